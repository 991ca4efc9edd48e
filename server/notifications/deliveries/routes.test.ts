import type { Act } from '../../../common/audit/entry';
import type { AddRoute, Call } from '../../http/types';
import { registerDeliveryRoutes } from './routes';

type Services = ReturnType<Parameters<typeof registerDeliveryRoutes>[1]>;
type Handler = (call: Call<unknown, unknown, unknown>) => Promise<unknown>;

const routesOf = (desk: object = {}, acts: Act[] = []) => {
  const routes = new Map<string, { privilege: string; handler: Handler }>();
  const addRoute: AddRoute = ({ method, path, privilege, handler }) => {
    routes.set(`${method} ${path}`, { privilege, handler: handler as Handler });
  };
  const audit = { record: async (told: readonly Act[]) => void acts.push(...told) };
  registerDeliveryRoutes(addRoute, () => ({ desk, audit }) as unknown as Services);
  return routes;
};

const BASE = '/api/watchkeeper/deliveries';
const call = (body: unknown) =>
  ({ body, caller: { name: 'jane' } }) as unknown as Parameters<Handler>[0];

describe('the routes of the outbox', () => {
  it('demand the right to write of whoever pauses or sends again', () => {
    const privileges = [...routesOf()].map(([route, { privilege }]) => [route, privilege]);
    expect(Object.fromEntries(privileges)).toEqual({
      [`get ${BASE}`]: 'read',
      [`get ${BASE}/_pause`]: 'read',
      [`put ${BASE}/_pause`]: 'write',
      [`post ${BASE}/_resend`]: 'write',
      [`get ${BASE}/{id}`]: 'read',
      'get /api/watchkeeper/destinations/_status': 'read',
    });
  });

  it('write down who paused and resumed, until when and why', async () => {
    const acts: Act[] = [];
    const asked: unknown[] = [];
    const desk = { setPause: async (...args: unknown[]) => void asked.push(args) };
    const put = routesOf(desk, acts).get(`put ${BASE}/_pause`)?.handler;
    await put?.(call({ paused: true, reason: 'Move', until: 5 }));
    await put?.(call({ paused: false }));
    expect(asked).toEqual([
      [{ paused: true, reason: 'Move', until: 5 }, 'jane'],
      [{ paused: false }, 'jane'],
    ]);
    const about = { who: 'jane', object_id: 'outbox', name: 'All notifications' };
    expect(acts).toEqual([
      { ...about, what: 'delivery.paused', said: 'Move', details: { until: 5 } },
      { ...about, what: 'delivery.resumed' },
    ]);
  });

  it.each([
    [{ resent: 1, passed_over: 0, first: { id: 'm1', subject: 'Errors' } }, ['m1', 'Errors']],
    [{ resent: 3, passed_over: 1, first: { id: 'm1' } }, ['outbox', '3 messages']],
    [{ resent: 0, passed_over: 2 }, undefined],
  ])('write down what was sent again: %p', async (done, told) => {
    const acts: Act[] = [];
    const routes = routesOf({ resend: async () => done }, acts);
    const answer = await routes.get(`post ${BASE}/_resend`)?.handler(call({ ids: ['m1'] }));
    expect(answer).toEqual({ resent: done.resent, passed_over: done.passed_over });
    expect(acts.map(({ object_id: id, name }) => [id, name])).toEqual(told ? [told] : []);
  });
});
