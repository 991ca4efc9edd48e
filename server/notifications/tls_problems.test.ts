import type { Destination } from '../../common/notifications/destination';
import { pem } from './outbound/testing/receivers';
import { tlsProblems } from './tls_problems';

const hook = (more: object = {}): Destination => ({
  ...{ type: 'webhook', name: 'Hook', origin: 'https://example.com', method: 'POST' },
  ...more,
});
const url = 'https://example.com';
const cert = pem('private_client_cert');
const key = pem('private_client_key');

describe('certificates of a destination', () => {
  it.each([
    ['an authority that is none', { ca: 'abc' }, {}, 'ca'],
    ['a name that is an address', { tls_server_name: '127.0.0.1' }, {}, 'tls_server_name'],
    ['a certificate without its key', {}, { client_cert: cert }, 'secrets.client_key'],
    ['a key without its certificate', {}, { client_key: key }, 'secrets.client_cert'],
    [
      'a key of another certificate',
      {},
      { client_cert: cert, client_key: pem('private_server_key') },
      'secrets.client_cert',
    ],
  ])('are refused at their field: %s', (_what, settings, secrets, field) => {
    const problems = tlsProblems(hook(settings), { url, headers: {}, ...secrets });
    expect(problems.map((each) => each.field)).toEqual([field]);
  });

  it('are taken where they fit, and where there are none', () => {
    const secrets = { url, headers: {}, client_cert: cert, client_key: key };
    expect(tlsProblems(hook({ ca: pem('private_ca_cert') }), secrets)).toEqual([]);
    expect(tlsProblems(hook())).toEqual([]);
  });
});
