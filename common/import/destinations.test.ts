import list from '../../test/fixtures/alerting/notifications/022-configs-list.json';
import { describeDestination, renderWire } from '../notifications/kinds/registry';
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

  it('Chime becomes a webhook with the body that it takes', () => {
    expect(JSON.parse(bodyOf(recorded('chime1'), 'Fire') ?? '')).toEqual({
      Content: 'Fire\n\nIt "burns"\nbadly',
    });
    expect(JSON.parse(bodyOf(recorded('chime1'), '') ?? '')).toEqual({
      Content: 'It "burns"\nbadly',
    });
  });

  it('Teams becomes a webhook, and one that is muted says that it is not any more', () => {
    expect(JSON.parse(bodyOf(recorded('teams1'), 'Fire') ?? '')).toEqual({
      text: 'Fire\n\nIt "burns"\nbadly',
    });
    expect(came(recorded('teams1')).warnings).toContainEqual({
      field: '',
      message: expect.stringContaining('muted'),
    });
  });

  it.each(['sns1', 'email1', 'smtp1', 'ses1', 'group1'])(
    '%s is refused with what to do until there is one',
    (id) => {
      expect(recorded(id)).toMatchObject({
        problems: [{ field: 'type', message: expect.stringContaining('later version') }],
        source: { id },
      });
    }
  );
});

describe('a destination of Open Distro', () => {
  const legacy = (type: string, fields: object) =>
    importDestination({ id: 'd1', type, name: 'Old one', schema_version: 1, [type]: fields });

  it('a custom webhook in pieces becomes one address, its login a header', () => {
    const result = legacy('custom_webhook', {
      ...{ url: null, scheme: 'HTTPS', host: 'hooks.example.com', port: 8443, path: 'in' },
      query_params: { token: 'a b' },
      header_params: { 'X-Team': 'ops' },
      ...{ username: 'jo', password: 'pässword' },
    });
    expect(came(result)).toMatchObject({
      destination: {
        secrets: {
          url: 'https://hooks.example.com:8443/in?token=a+b',
          headers: {
            'X-Team': 'ops',
            Authorization: `Basic ${Buffer.from('jo:pässword').toString('base64')}`,
          },
        },
      },
      source: { id: 'd1' },
    });
  });

  it('Chime becomes a webhook', () => {
    const result = legacy('chime', { url: 'https://hooks.chime.aws/incomingwebhooks/1?token=2' });
    expect(came(result).destination.type).toBe('webhook');
  });

  it('without an address is refused at the field', () => {
    expect(legacy('slack', {})).toMatchObject({ problems: [{ field: 'secrets.url' }] });
  });
});
