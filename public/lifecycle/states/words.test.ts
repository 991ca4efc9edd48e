import type { JsonObject } from '../../../common/json/record';
import { actionDetails } from './words';

const RETRY = { count: 3, backoff: 'exponential', delay: '1m' } as const;

const details = (destination: JsonObject): string =>
  actionDetails({ type: 'notification', params: { destination }, retry: RETRY });

describe('the summary of an action', () => {
  it('shows the host of a webhook and not its address, which whoever has it may write to', () => {
    expect(details({ slack: { url: 'https://hooks.example/services/T0/s3cret' } })).toBe(
      'Destination: slack hooks.example'
    );
    expect(details({ chime: { url: 'https://ann:s3cret@chime.example/?token=s3cret' } })).toBe(
      'Destination: chime chime.example'
    );
  });

  it('shows neither the headers nor the password of a webhook', () => {
    const webhook = { host: 'in.example', path: '/s3cret', password: 's3cret', header_params: {} };
    expect(details({ custom_webhook: webhook })).toBe('Destination: custom_webhook in.example');
    expect(details({ custom_webhook: { url: 'not a url s3cret' } })).toBe(
      'Destination: custom_webhook'
    );
  });
});
