import list from '../../test/fixtures/alerting/notifications/022-configs-list.json';
import { describeDestination } from '../notifications/kinds/destination_secrets';
import { problemsOfDestination } from '../notifications/kinds/registry';
import { importDestination } from './destinations';
import { withMailParts } from './mail_channels';

const { config_list: configs } = list.response.body;

const importAll = (documents: unknown[]) => withMailParts(documents).map(importDestination);

const came = (result: ReturnType<typeof importDestination> | undefined) => {
  if (!result || 'problems' in result) throw new Error(JSON.stringify(result));
  return result;
};

const only = (...ids: string[]) => configs.filter(({ config_id: id }) => ids.includes(id));

describe('an e-mail channel of Notifications', () => {
  it('becomes one destination with its account and its groups', () => {
    const result = came(importAll(only('smtp1', 'group1', 'email1')).at(-1));
    expect(result.destination).toMatchObject({
      ...{ type: 'email', name: 'email one', host: 'localhost', port: 2525, security: 'none' },
      ...{ from: 'a@example.com', to: ['z@example.com', 'x@example.com', 'y@example.com'] },
    });
    expect(result.warnings).toContainEqual({
      field: 'user',
      message: expect.stringContaining('keystore'),
    });
    const { destination } = result;
    const described = describeDestination(destination, destination.secrets);
    expect(problemsOfDestination(described, destination.secrets)).toEqual([]);
  });

  it.each([
    ['smtp1', 'Paste its email_group'],
    ['group1', 'Paste its smtp_account'],
  ])('that comes only with %s says what to paste, too', (with_, said) => {
    const result = importAll(only(with_, 'email1')).at(-1);
    expect(result).toMatchObject({
      problems: [{ message: expect.stringContaining(said) }],
      source: { id: 'email1' },
      name: 'email one',
    });
  });

  it('that sends by Amazon SES goes through its SMTP interface, and says that a login is needed', () => {
    const [ses] = only('ses1');
    const [email] = structuredClone(only('email1'));
    const byEses = {
      ...email,
      config: { ...email.config, email: { ...email.config.email, email_account_id: 'ses1' } },
    };
    const result = came(importAll([...only('group1'), ses, byEses]).at(-1));
    expect(result.destination).toMatchObject({
      ...{ host: 'email-smtp.us-east-1.amazonaws.com', port: 587, security: 'starttls' },
    });
    expect(result.warnings).toContainEqual({
      field: 'user',
      message: expect.stringContaining('Amazon SES'),
    });
  });
});

// The forms are those of Open Distro's Alerting: EmailAccount, EmailGroup and Destination.
describe('an e-mail destination of Open Distro', () => {
  const account = {
    _id: 'acc',
    _source: {
      email_account: {
        ...{ name: 'ops_mail', email: 'ops@example.com', host: 'smtp.example.com', port: 465 },
        method: 'ssl',
      },
    },
  };
  const group = {
    _id: 'grp',
    _source: { email_group: { name: 'team', emails: [{ email: 'b@example.com' }] } },
  };
  const destination = {
    ...{ id: 'd1', type: 'email', name: 'Mail to ops' },
    email: {
      email_account_id: 'acc',
      recipients: [
        { type: 'email', email: 'a@example.com' },
        { type: 'email_group', email_group_id: 'grp' },
      ],
    },
  };

  it('becomes one destination, whatever the order of what was pasted', () => {
    const [first] = importAll([destination, group, account]);
    expect(came(first).destination).toMatchObject({
      ...{ host: 'smtp.example.com', port: 465, security: 'tls', from: 'ops@example.com' },
      to: ['a@example.com', 'b@example.com'],
    });
  });

  it('names all that is missing', () => {
    expect(importAll([destination])[0]).toMatchObject({
      problems: [{ field: 'host' }, { field: 'to' }],
    });
  });
});
