import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { renderWire } from '../../../common/notifications/destination';
import type { Destination, MessageContent } from '../../../common/notifications/destination';
import type { MessageEvent } from '../../../common/notifications/message_facts';
import { sampleMessage } from '../../../common/notifications/compose/samples';
import { describeDestination } from '../../../common/notifications/kinds/destination_secrets';
import {
  DESTINATION_TYPES,
  kindOf,
  lookOf,
  problemsOfDestination,
} from '../../../common/notifications/kinds/registry';
import type { ParsedSave, Secrets } from '../../../common/notifications/kinds/registry';
import { createGuardedClient } from '../outbound/guarded_client';
import { parseAllowList } from '../outbound/address_rules';
import type { GuardedClient, OutboundRequest, OutboundResult } from '../outbound/types';
import { sendTo } from './registry';
import { canaryForms } from './testing/canaries';
import type { CanaryForm } from './testing/canaries';
import { leaksIn } from './testing/leaks';

const ORIGIN = 'http://127.0.0.1:9';

/** Says back all that it is told, and refuses it. */
let parrot: Server;
const open = new Set<Socket>();
beforeAll(async () => {
  parrot = createServer((socket) => {
    open.add(socket.on('error', () => undefined));
    socket.write('220 parrot ESMTP\r\n');
    socket.on('data', (data) => {
      const line = String(data).trim();
      socket.write(
        /^EHLO/i.test(line)
          ? '250-parrot\r\n250 AUTH PLAIN LOGIN\r\n'
          : `535 5.7.8 ${line.slice(0, 400)}\r\n`
      );
    });
  });
  await new Promise<void>((done) => parrot.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  open.forEach((socket) => socket.destroy());
  parrot.close();
});

/** Everything of a request, once as it is and once packed as receivers like to. */
const echoOf = ({ url, headers, body = '' }: OutboundRequest): string => {
  const { pathname, search } = new URL(url);
  const heard = JSON.stringify({ url, path: pathname + search, headers, body });
  return [heard, JSON.stringify({ ok: false, error: heard }), encodeURIComponent(heard), body].join(
    '\n'
  );
};

const clientWith = (answer: (request: OutboundRequest) => OutboundResult): GuardedClient => {
  const guarded = createGuardedClient(parseAllowList(['127.0.0.1']));
  const { port } = parrot.address() as AddressInfo;
  return {
    send: async (request) => answer(request),
    connect: (request) => guarded.connect({ ...request, host: '127.0.0.1', port }),
    close: () => guarded.close(),
  };
};

const answering =
  (status: number) =>
  (request: OutboundRequest): OutboundResult => ({
    ...{ kind: 'answer', status, text: echoOf(request), retryAfter: '1' },
  });

/** Refusals in the manner of receivers that always answer 200. */
const refusing = (request: OutboundRequest): OutboundResult => ({
  kind: 'answer',
  status: 200,
  text: JSON.stringify({
    ...{ ok: false, errcode: 310000, errmsg: echoOf(request), code: 19001, msg: echoOf(request) },
    ...{ error: echoOf(request), description: echoOf(request), message: echoOf(request) },
    ...{ error_code: 400, StatusCode: 1, StatusMessage: echoOf(request) },
  }),
});

const RECEIVERS: ReadonlyArray<readonly [string, (request: OutboundRequest) => OutboundResult]> = [
  ...[200, 302, 401, 500].map(
    (status) => [`that repeats everything (${status})`, answering(status)] as const
  ),
  ['that refuses with 200', refusing],
  ['that cannot be reached', () => ({ kind: 'failed', reason: 'Nobody is there.' })],
  ['that is not allowed', () => ({ kind: 'blocked', reason: 'Not this one.' })],
];

const contentOf = (event: MessageEvent): MessageContent => {
  const { alert_ids: ids = [], ...content } = sampleMessage(event, {});
  return { ...content, alert_ids: [...ids] };
};

const EVENTS = ['firing', 'resolved'] as const;

const destinationOf = (type: string, { settings, secrets }: CanaryForm) => {
  const form = kindOf(type as Destination['type']).save.parse({
    ...{ type, name: 'Canary', ...settings, secrets },
  }) as ParsedSave;
  const parsed = (form as unknown as { secrets: Secrets }).secrets;
  return { destination: describeDestination(form, parsed), secrets: parsed };
};

describe.each(DESTINATION_TYPES)('the secrets of the kind %s', (type) => {
  const forms = canaryForms(type, ORIGIN);

  it('are all planted by the generator', () => {
    const planted = new Set(forms.flatMap(({ secrets }) => Object.keys(secrets)));
    expect([...planted].sort()).toEqual(Object.keys(kindOf(type).secrets.shape).sort());
    for (const { canaries, secrets } of forms) {
      if (canaries.length > 0) {
        expect(leaksIn(JSON.stringify(secrets), canaries)).not.toEqual([]);
      }
    }
  });

  it.each(forms)('are in nothing that is saved, listed or shown ($name)', (form) => {
    const { destination, secrets } = destinationOf(type, form);
    const content = contentOf('firing');
    const wire = renderWire(destination, content);
    const shown = JSON.stringify([
      ...[
        destination,
        wire,
        lookOf(destination, content),
        problemsOfDestination(destination, secrets),
      ],
      kindOf(type).summary?.(destination as never),
    ]);
    expect(leaksIn(shown, form.canaries)).toEqual([]);
  });

  it.each(RECEIVERS)('do not come back from a receiver %s', async (_what, answer) => {
    const heard: string[] = [];
    const client = clientWith((request) => {
      heard.push(echoOf(request));
      return answer(request);
    });
    for (const form of forms) {
      const { destination, secrets } = destinationOf(type, form);
      for (const event of EVENTS) {
        const context = { client, timeLimit: 5000, now: Date.now() };
        const outcome = await sendTo(destination, secrets, contentOf(event), context).catch(
          (error: Error) => `${error.message} ${error.stack}`
        );
        expect(leaksIn(JSON.stringify(outcome), form.canaries)).toEqual([]);
      }
    }
    await client.close();
    // Else nothing was put to the test.
    const canaries = forms.flatMap((form) => form.canaries);
    if (heard.length > 0) expect(leaksIn(heard.join(), canaries)).not.toEqual([]);
  });
});
