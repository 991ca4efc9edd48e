import { taskParamsSchema } from '../../../common/indices/tasks/tasks_api';
import type { Cluster } from '../../cluster/types';
import { clusterError } from '../../cluster/errors';
import { StepHands } from './step_hands';
import { newTaskId } from './task_store';

const answering = (statusCode: number): Cluster => ({
  async request(_request, { ignore = [] } = {}) {
    if (ignore.includes(statusCode)) return { status: statusCode, body: {} as never };
    throw clusterError({ name: 'ResponseError', statusCode, body: {} });
  },
  text: () => Promise.reject(new Error('not asked for')),
});

describe('cancelling a task of the cluster', () => {
  it('is no error where the task has ended meanwhile, and is one where it is forbidden', async () => {
    await expect(new StepHands(answering(404)).cancel('n:1')).resolves.toBeUndefined();
    await expect(new StepHands(answering(403)).cancel('n:1')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the id of a task', () => {
  it('begins with an instant that a date can be', () => {
    const isTaken = (id: string) => taskParamsSchema.safeParse({ id }).success;
    expect(isTaken(newTaskId(Date.UTC(2090, 1)))).toBe(true);
    expect(['zzzzzzzzzzzzzzzz-0', 'a-0/../x', '-0', '*-0'].map(isTaken)).not.toContain(true);
  });
});
