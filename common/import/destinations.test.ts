import list from '../../test/fixtures/alerting/notifications/022-configs-list.json';
import { describeDestination } from '../notifications/kinds/destination_secrets';
import { renderWire } from '../notifications/kinds/registry';
import { importDestination } from './destinations';

const { config_list: configs } = list.response.body;

const recorded = (id: string) => importDestination(configs.find((each) => each.config_id === id));

const came = (result: ReturnType<typeof importDestination>) => {
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
};

const bodyOf = (result: ReturnType<typeof importDestination>, subject: string) => {
  const { destination } = came(result);
  const described = describeDestination(destination, destination.secrets);
  return renderWire(described, { id: '1', subject, message: 'It "burns"\nbadly' }).body;
};

describe('a channel of Notifications', () => {
  it('a webhook keeps its address, its headers and its method', () => {
    expect(came(recorded('hook1'))).toMatchObject({
      destination: {
        type: 'webhook',
        name: 'local webhook',
        method: 'POST',
        secrets: {
          url: 'http://127.0.0.1:9299/hook?a=b',
          headers: { 'X-Test': '1', 'Content-Type': 'application/json' },
        },
      },
      source: { id: 'hook1' },
    });
  });

  it('a webhook is sent the message alone, as there', () => {
    expect(bodyOf(recorded('hook1'), 'Fire')).toBe('It "burns"\nbadly');
  });

  it('Slack stays Slack', () => {
    const slack = configs.find((each) => JSON.stringify(each).includes('"slack"'));
    expect(came(importDestination(slack)).destination).toMatchObject({
      type: 'slack',
      secrets: { url: 'https://hooks.slack.com/services/T000/B000/XXXX' },
    });
  });

  it.each([
    ['chime1', 'chime', 'https://hooks.chime.aws/incomingwebhooks/abc?token=1'],
    ['teams1', 'teams', 'https://x.webhook.office.com/webhookb2/abc'],
  ])('%s becomes the kind %s, with its address', (id, type, url) => {
    expect(came(recorded(id)).destination).toMatchObject({ type, secrets: { url } });
  });

  it('one that is muted stays muted', () => {
    expect(came(recorded('teams1')).destination).toMatchObject({ muted: true });
    expect(came(recorded('hook1')).destination).not.toHaveProperty('muted');
  });

  it('SNS is refused with what to do: it sends by rights that are not at hand here', () => {
    expect(recorded('sns1')).toMatchObject({
      problems: [{ message: expect.stringContaining('keys of its own') }],
      source: { id: 'sns1' },
    });
  });

  it.each(['smtp1', 'ses1', 'group1'])('%s is nothing by itself', (id) => {
    expect(recorded(id)).toMatchObject({
      problems: [{ field: 'type', message: expect.stringContaining('when they come together') }],
      source: { id },
    });
  });
});

describe('a destination of Open Distro', () => {
  const legacy = (type: string, fields: object) =>
    importDestination({ id: 'd1', type, name: 'Old one', schema_version: 1, [type]: fields });

  it('a custom webhook in pieces becomes one address, with its login', () => {
    const result = legacy('custom_webhook', {
      ...{ url: null, scheme: 'HTTPS', host: 'hooks.example.com', port: 8443, path: 'in' },
      query_params: { token: 'a b' },
      header_params: { 'X-Team': 'ops' },
      ...{ username: 'jo', password: 'pässword' },
    });
    expect(came(result)).toMatchObject({
      destination: {
        ...{ login: 'basic', user: 'jo' },
        secrets: {
          url: 'https://hooks.example.com:8443/in?token=a+b',
          ...{ headers: { 'X-Team': 'ops' }, password: 'pässword' },
        },
      },
      source: { id: 'd1' },
    });
  });

  it('Chime stays Chime', () => {
    const result = legacy('chime', { url: 'https://hooks.chime.aws/incomingwebhooks/1?token=2' });
    expect(came(result).destination.type).toBe('chime');
  });

  it('without an address is refused at the field', () => {
    expect(legacy('slack', {})).toMatchObject({ problems: [{ field: 'secrets.url' }] });
  });
});
