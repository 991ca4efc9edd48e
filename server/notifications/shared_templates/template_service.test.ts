import type { SavedObjectsClientContract } from 'opensearch-dashboards/server';
import { WatchkeeperError } from '../../../common/errors';
import { DESTINATION_TYPE, TEMPLATE_TYPE } from '../../../common/plugin';
import { TestClock, silentLogger } from '../../cluster/testing/test_clock';
import { createTemplateRepository } from '../../storage/template_repository';
import { createCurrentTemplates } from './current_templates';
import { TemplateService } from './template_service';

interface Stored {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  version: string;
  references: [];
}

interface Asked {
  type: string;
  page?: number;
  perPage?: number;
}

const refusal = (statusCode: number) => Object.assign(new Error('no'), { output: { statusCode } });

/** Saved objects in memory, as far as templates need them. */
const setUp = (monitors: Array<{ id: string; name: string; templates: string[] }> = []) => {
  const objects = new Map<string, Stored>();
  let version = 0;
  const put = (type: string, id: string, attributes: Record<string, unknown>) => {
    const object: Stored = { type, id, attributes, version: `v${++version}`, references: [] };
    objects.set(`${type}:${id}`, object);
    return object;
  };
  const client = {
    async get(type: string, id: string) {
      const found = objects.get(`${type}:${id}`);
      if (!found) throw refusal(404);
      return found;
    },
    async find({ type, page: at = 1, perPage = 1000 }: Asked) {
      const found = [...objects.values()].filter((object) => object.type === type);
      const shown = found.slice((at - 1) * perPage, at * perPage);
      return { saved_objects: shown, total: found.length };
    },
    async create(
      type: string,
      attributes: Record<string, unknown>,
      { id, overwrite }: { id: string; overwrite?: boolean }
    ) {
      if (!overwrite && objects.has(`${type}:${id}`)) throw refusal(409);
      return put(type, id, attributes);
    },
    async delete(type: string, id: string) {
      objects.delete(`${type}:${id}`);
    },
  } as unknown as SavedObjectsClientContract;
  return { client, put, service: new TemplateService(async () => monitors) };
};

const page = { page: 1, per_page: 20, order: 'asc' as const };

const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof WatchkeeperError ? [error.code, error.details] : error;
  }
};

describe('shared templates', () => {
  it('are found by name and description, with who names them', async () => {
    const { client, put, service } = setUp([{ id: 'm', name: 'Errors', templates: ['sig'] }]);
    await service.create(client, { name: 'sig', message: 'Yours', description: 'At the end' });
    await service.create(client, { name: 'foot', message: '{{> sig}}' });
    put(DESTINATION_TYPE, 'd', {
      ...{ title: 'Hook', type: 'webhook', origin: 'https://e.example', method: 'POST' },
      ...{ header_names: [], body: '{"a": "{{> sig}}"}' },
    });
    const { total, items } = await service.list(client, { ...page, search: 'END' });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      id: 'sig',
      template: { name: 'sig', message: 'Yours' },
      used_by: [
        { type: 'monitor', id: 'm', name: 'Errors' },
        { type: 'destination', id: 'd', name: 'Hook' },
        { type: 'template', id: 'foot', name: 'foot' },
      ],
    });
  });

  it('are known to be named by any destination, however many there are', async () => {
    const { client, put, service } = setUp();
    await service.create(client, { name: 'sig', message: 'Yours' });
    const hook = { type: 'webhook', origin: 'https://e.example', method: 'POST', header_names: [] };
    for (let i = 0; i < 1000; i++) put(DESTINATION_TYPE, `d${i}`, { ...hook, title: `Hook ${i}` });
    put(DESTINATION_TYPE, 'last', { ...hook, title: 'Last', body: '{"a": "{{> sig}}"}' });
    const { items } = await service.list(client, page);
    expect(items[0].used_by).toEqual([{ type: 'destination', id: 'last', name: 'Last' }]);
    expect(await codeOf(service.remove(client, 'sig'))).toEqual(['conflict', expect.anything()]);
  });

  it('have a name of their own', async () => {
    const { client, service } = setUp();
    await service.create(client, { name: 'sig', message: 'Yours' });
    expect(await codeOf(service.create(client, { name: 'sig', message: 'Mine' }))).toEqual([
      'invalid_input',
      { problems: [{ field: 'name', message: 'There is a template called sig already.' }] },
    ]);
  });

  it('are not overwritten by who has not seen the newest', async () => {
    const { client, service } = setUp();
    const { version } = await service.create(client, { name: 'sig', message: 'one' });
    const saved = await service.update(client, 'sig', { version, message: 'two' });
    expect(saved.template).toEqual({ name: 'sig', message: 'two' });
    expect(await codeOf(service.update(client, 'sig', { version, message: 'three' }))).toEqual([
      'conflict',
      expect.objectContaining({ id: 'sig' }),
    ]);
    const broken = { version: saved.version, message: '{{#open}}' };
    expect(await codeOf(service.update(client, 'sig', broken))).toEqual([
      'invalid_input',
      { problems: [expect.objectContaining({ field: 'message', line: 1 })] },
    ]);
  });

  it('are not deleted while anything names them', async () => {
    const { client, service } = setUp([{ id: 'm', name: 'Errors', templates: ['sig'] }]);
    await service.create(client, { name: 'sig', message: 'Yours' });
    await service.create(client, { name: 'free', message: 'x' });
    expect(await codeOf(service.remove(client, 'sig'))).toEqual([
      'conflict',
      expect.objectContaining({ used_by: [expect.objectContaining({ id: 'm' })] }),
    ]);
    expect(await codeOf(service.remove(client, 'free'))).toBe('done');
  });
});

describe('the templates of runs', () => {
  it('are the same object until something has changed, without what cannot be read', async () => {
    const { client, put } = setUp();
    const clock = new TestClock();
    const repository = createTemplateRepository(client);
    const current = createCurrentTemplates(repository, clock, silentLogger);
    put(TEMPLATE_TYPE, 'sig', { title: 'sig', message: 'one' });
    put(TEMPLATE_TYPE, 'copy', { title: 'sig', message: 'of an import' });
    put(TEMPLATE_TYPE, 'bad', { title: 'bad', message: '{{#open}}' });
    await current.known();
    const before = current.templates();
    expect([...(before ?? [])]).toEqual([['sig', { message: 'one' }]]);
    await current.now();
    expect(current.templates()).toBe(before);
    put(TEMPLATE_TYPE, 'sig', { title: 'sig', subject: 'S', message: 'two' });
    await current.now();
    expect([...(current.templates() ?? [])]).toEqual([['sig', { subject: 'S', message: 'two' }]]);
  });

  it('are read again at once where a message names one that was saved a moment ago', async () => {
    const { client, put } = setUp();
    const clock = new TestClock();
    const current = createCurrentTemplates(createTemplateRepository(client), clock, silentLogger);
    await current.known();
    put(TEMPLATE_TYPE, 'sig', { title: 'sig', message: 'one' });
    clock.pass(1500);
    await current.known([]);
    expect(current.templates()?.size).toBe(0);
    await current.known(['sig']);
    expect(current.templates()?.get('sig')).toEqual({ message: 'one' });
  });
});
