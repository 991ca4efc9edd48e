import { phrase } from '../../phrase';
import type { JsonObject } from '../../json/record';
import type { PolicyProblem } from '../policy/policy';
import type { OneOfType, Param, ParamType } from './param';

/** Receivers as they were before the notifications plugin. Source: OpenSearch index-management, `Destination`. */

const URL: Param = {
  name: 'url',
  label: phrase('watchkeeper.lifecycle.destinations.urlLabel', 'URL'),
  type: { kind: 'text' },
  nullable: true,
};

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const needsUrl = ({ url, host }: JsonObject): PolicyProblem[] =>
  isText(url) || isText(host) ? [] : [{ path: ['url'], message: 'It needs a URL.' }];

const withUrl = (more: readonly Param[] = []): ParamType => ({
  ...{ kind: 'object', params: [URL, ...more] },
  check: needsUrl,
});

export const DESTINATION: OneOfType = {
  kind: 'one_of',
  options: [
    {
      name: 'chime',
      label: phrase('watchkeeper.lifecycle.destinations.chimeLabel', 'Chime'),
      type: withUrl(),
    },
    {
      name: 'slack',
      label: phrase('watchkeeper.lifecycle.destinations.slackLabel', 'Slack'),
      type: withUrl(),
    },
    {
      name: 'custom_webhook',
      label: phrase('watchkeeper.lifecycle.destinations.customWebhookLabel', 'Webhook'),
      type: withUrl([
        {
          name: 'scheme',
          label: phrase('watchkeeper.lifecycle.destinations.schemeLabel', 'Scheme'),
          type: { kind: 'text' },
          nullable: true,
          example: 'https',
          rare: true,
        },
        {
          name: 'host',
          label: phrase('watchkeeper.lifecycle.destinations.hostLabel', 'Host'),
          type: { kind: 'text' },
          nullable: true,
          help: phrase(
            'watchkeeper.lifecycle.destinations.hostHelp',
            'With port and path, in the place of a URL.'
          ),
          rare: true,
        },
        {
          name: 'port',
          label: phrase('watchkeeper.lifecycle.destinations.portLabel', 'Port'),
          type: { kind: 'integer', min: -1, max: 65_535 },
          rare: true,
        },
        {
          name: 'path',
          label: phrase('watchkeeper.lifecycle.destinations.pathLabel', 'Path'),
          type: { kind: 'text' },
          nullable: true,
          rare: true,
        },
        {
          name: 'query_params',
          label: phrase('watchkeeper.lifecycle.destinations.queryParamsLabel', 'Query parameters'),
          type: { kind: 'attributes' },
          rare: true,
        },
        {
          name: 'header_params',
          label: phrase('watchkeeper.lifecycle.destinations.headerParamsLabel', 'Headers'),
          type: { kind: 'attributes' },
          rare: true,
        },
        {
          name: 'username',
          label: phrase('watchkeeper.lifecycle.destinations.usernameLabel', 'User'),
          type: { kind: 'text' },
          nullable: true,
          rare: true,
        },
        {
          name: 'password',
          label: phrase('watchkeeper.lifecycle.destinations.passwordLabel', 'Password'),
          type: { kind: 'text' },
          nullable: true,
          help: phrase(
            'watchkeeper.lifecycle.destinations.passwordHelp',
            'It is kept in the policy, where whoever may read policies can read it.'
          ),
          rare: true,
        },
      ]),
    },
  ],
};
