import { z } from 'zod';
import type { FieldProblem } from '../../errors';
import { phrase } from '../../phrase';
import { composeMessage } from '../compose/compose_message';
import { cutToBytes } from './cut';
import type { ChatLook } from './chat/chat_look';
import { describeKind } from './describe_kind';
import { keySchema } from './account';
import { apiUrlField, apiUrlSetting, baseOf } from './chat/shared_fields';
import { originOf } from './fields';
import { incidentKey } from './incident';
import type { Judgement, WireBody } from './kind';
import type { MessageContent } from './message_content';
import type { Block } from './slack_mrkdwn';
import { awsHost, snsTargetOf } from './sns_target';

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const MESSAGE_LIMIT = 262_144;
const SUBJECT_LIMIT = 100;
/** SNS itself sends no more than this by SMS, in several parts. */
const SMS_LIMIT = 1600;

const settings = {
  target: z
    .string({ error: 'A topic or a phone number is required.' })
    .trim()
    .refine(
      (text) => snsTargetOf(text) !== undefined,
      'This is neither the ARN of a topic or an endpoint of SNS, nor a phone number such as +15555550100.'
    ),
  region: z
    .string()
    .trim()
    .regex(/^[a-z]{2}(?:-[a-z]+)+-\d+$/, 'This is no region, for example eu-central-1.')
    .optional(),
  role_arn: z
    .string()
    .trim()
    .regex(
      /^arn:aws(?:-cn|-us-gov)?:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      'This is not the ARN of a role of IAM.'
    )
    .optional(),
  api_url: apiUrlSetting,
  sts_url: apiUrlSetting,
};

interface Settings {
  target: string;
  region?: string;
  role_arn?: string;
  api_url?: string;
  sts_url?: string;
}

/** The region of the ARN goes before a setting: SNS takes messages only in the topic's own. */
export const snsRegion = ({ target, region }: Settings): string => {
  const found = snsTargetOf(target);
  return found && found.kind !== 'phone' ? found.region : (region ?? 'us-east-1');
};

export const snsUrl = (to: Settings): string => baseOf(to.api_url, awsHost('sns', snsRegion(to)));

export const stsUrl = (to: Settings): string => baseOf(to.sts_url, awsHost('sts', snsRegion(to)));

/** Where credentials of either kind are used. */
const originOfBoth = (to: Settings): string => {
  const sns = originOf(snsUrl(to));
  return to.role_arn === undefined ? sns : `${sns}, ${originOf(stsUrl(to))}`;
};

/** Printable ASCII, beginning with a letter, a digit or a mark. */
const subjectOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/g, '?')
    .trim()
    .slice(0, SUBJECT_LIMIT);

const addressOf = (to: Settings, content: MessageContent): Record<string, string> => {
  const target = snsTargetOf(to.target);
  // A form that is not filled in yet.
  if (!target) return {};
  if (target.kind === 'phone') return { PhoneNumber: target.number };
  if (target.kind === 'endpoint') return { TargetArn: target.arn };
  if (!target.fifo) return { TopicArn: target.arn };
  return {
    TopicArn: target.arn,
    // Messages about the same stay in order, and one that goes out twice arrives once.
    MessageGroupId: incidentKey(content).slice(0, 128),
    MessageDeduplicationId: content.id.replace(/[^\x21-\x7e]/g, '-').slice(0, 128),
  };
};

/** What is published, by the names of the API. The sender writes it as a form and signs it. */
export const snsParameters = (to: Settings, content: MessageContent) => {
  const { title, plain } = composeMessage(content);
  const isPhone = snsTargetOf(to.target)?.kind === 'phone';
  // An SMS has no subject of its own.
  const whole = isPhone && plain !== title ? `${title}\n${plain}` : plain || title;
  const { text, notes } = cutToBytes(whole, isPhone ? SMS_LIMIT : MESSAGE_LIMIT);
  const parameters: Record<string, string> = {
    ...{ Action: 'Publish', Version: '2010-03-31' },
    ...addressOf(to, content),
    ...(isPhone ? {} : { Subject: subjectOf(title) }),
    Message: text,
  };
  return { parameters, notes };
};

const render = (to: Settings, content: MessageContent): WireBody => {
  const { parameters, notes } = snsParameters(to, content);
  return { body: JSON.stringify(parameters), content_type: 'application/json', notes };
};

/** As a subscriber gets it by e-mail, or a phone as an SMS. */
const look = ({ body = '{}' }: WireBody): ChatLook => {
  const { Subject: subject, Message: text = '' } = JSON.parse(body) as Record<string, string>;
  const lines = text.split('\n').map((line): Block => ({
    kind: 'line',
    content: [{ kind: 'text', text: line }],
  }));
  return {
    ...(subject === undefined ? {} : { author: 'AWS Notifications', title: { text: subject } }),
    ...{ text: lines, fields: [], links: [], notApp: true },
  };
};

export const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

const PASSING = /throttl|RequestLimitExceeded|InternalError|InternalFailure|ServiceUnavailable/i;

const element = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

/** Both SNS and STS say in XML what is wrong (https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html). */
export const judgeAws = (status: number, answer: string): Judgement | undefined => {
  const code = element(answer, 'Code');
  if (status < 400 || code === undefined) return undefined;
  const reason = `AWS refused it: ${code}. ${element(answer, 'Message') ?? ''}`.trim();
  const passing = PASSING.test(code) || status >= 500;
  return { result: passing ? 'retry' : 'parked', reason };
};

const problems = ({ target, region }: Settings): FieldProblem[] =>
  snsTargetOf(target)?.kind === 'phone' && region === undefined
    ? [{ field: 'region', message: 'A phone number needs the region that sends the SMS.' }]
    : [];

const isPhoneNumber = ({ target }: Readonly<Record<string, unknown>>): boolean =>
  typeof target === 'string' && target.trim().startsWith('+');

/** Amazon SNS (https://docs.aws.amazon.com/sns/latest/api/API_Publish.html). What is rendered is signed by its sender. */
export const sns = describeKind(
  'sns',
  {
    settings,
    secrets: {
      access_key_id: keySchema('The access key id'),
      secret_access_key: keySchema('The secret access key'),
      session_token: keySchema('The session token').optional(),
    },
  },
  {
    label: phrase('watchkeeper.destinations.sns.label', 'Amazon SNS'),
    description: phrase(
      'watchkeeper.destinations.sns.description',
      'Publishes to a topic, a phone number or a device.'
    ),
    icon: 'logoAWS',
    fields: [
      {
        name: 'target',
        control: { kind: 'text' },
        label: phrase('watchkeeper.destinations.sns.targetLabel', 'Topic or phone number'),
        help: phrase(
          'watchkeeper.destinations.sns.targetHelp',
          'The ARN of a topic (FIFO as well) or of a device’s endpoint, or a phone number with its country code.'
        ),
        placeholder: 'arn:aws:sns:eu-central-1:123456789012:alerts',
      },
      {
        name: 'region',
        control: { kind: 'text' },
        when: isPhoneNumber,
        label: phrase('watchkeeper.destinations.sns.regionLabel', 'Region'),
        placeholder: 'eu-central-1',
      },
      {
        name: 'secrets.access_key_id',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.sns.keyIdLabel', 'Access key id'),
        help: phrase(
          'watchkeeper.destinations.sns.keyIdHelp',
          'Of a user of IAM who may do sns:Publish to it and nothing else, or who may take the role below.'
        ),
      },
      {
        name: 'secrets.secret_access_key',
        control: { kind: 'secret' },
        label: phrase('watchkeeper.destinations.sns.keyLabel', 'Secret access key'),
      },
      {
        name: 'secrets.session_token',
        control: { kind: 'secret' },
        advanced: true,
        label: phrase('watchkeeper.destinations.sns.tokenLabel', 'Session token'),
        help: phrase(
          'watchkeeper.destinations.sns.tokenHelp',
          'Only with temporary credentials. They end, and messages are then given up.'
        ),
      },
      {
        name: 'role_arn',
        control: { kind: 'text' },
        advanced: true,
        label: phrase('watchkeeper.destinations.sns.roleLabel', 'Role'),
        help: phrase(
          'watchkeeper.destinations.sns.roleHelp',
          'The ARN of a role that is taken with these keys (sts:AssumeRole) before a message is published.'
        ),
        placeholder: 'arn:aws:iam::123456789012:role/alerts',
      },
      apiUrlField('https://sns.eu-central-1.amazonaws.com'),
      {
        ...apiUrlField('https://sts.eu-central-1.amazonaws.com'),
        name: 'sts_url',
        label: phrase('watchkeeper.destinations.sns.stsLabel', 'Address of STS'),
      },
    ],
    origin: originOfBoth,
    summary: ({ target }) => target.split(':').slice(-1)[0],
    problems,
    render,
    look,
    judge: judgeAws,
  }
);
