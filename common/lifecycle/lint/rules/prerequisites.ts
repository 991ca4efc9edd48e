import type { JsonObject } from '../../../json/record';
import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import { overlaps } from '../../templates/patterns';
import { removeAt } from '../edit';
import type { Rule } from '../finding';
import { about, some } from './placed';

/** Rules about what the cluster has to have or to allow for an action. */

const notAllowed = about('not_allowed', 'error', [], ({ action, path }, { around }) => {
  const allowed = around.cluster?.allowed_actions;
  return allowed && !allowed.includes(action.type)
    ? [
        {
          path,
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.notAllowed',
              'The cluster does not allow “{action}” (allow_list).'
            ),
            { action: action.type }
          ),
          repair: {
            label: sentence(
              phrase('watchkeeper.lifecycle.rules.notAllowedRepair', 'Take the action out')
            ),
            apply: (body: JsonObject) => removeAt(body, path),
          },
        },
      ]
    : [];
});

const TAKES_REPOSITORY = ['snapshot', 'convert_index_to_remote'];

const repository = about('no_repository', 'error', TAKES_REPOSITORY, (placed, { around }) => {
  const { repository: name } = placed.action.params;
  const path = [...placed.path, placed.action.type, 'repository'];
  if (typeof name !== 'string' || !around.repositories || around.repositories.includes(name)) {
    return [];
  }
  const there = around.repositories;
  const said =
    there.length === 0
      ? sentence(
          phrase(
            'watchkeeper.lifecycle.rules.noRepositoryAtAll',
            'There is no snapshot repository “{name}”, nor any other: the action fails.'
          ),
          { name }
        )
      : sentence(
          phrase(
            'watchkeeper.lifecycle.rules.noRepository',
            'There is no snapshot repository “{name}”, only {others}: the action fails.'
          ),
          { name, others: there.map((each) => `“${each}”`).join(', ') }
        );
  return [{ path, said }];
});

const denied = about('denied_repository', 'error', ['snapshot'], (placed, { around }) => {
  const { repository: name } = placed.action.params;
  return typeof name === 'string' && around.denied_repositories?.includes(name)
    ? [
        {
          path: [...placed.path, 'snapshot', 'repository'],
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.deniedRepository',
              'The cluster takes no snapshots into “{name}” (snapshot.deny_list): the action fails.'
            ),
            { name }
          ),
        },
      ]
    : [];
});

const idOf = (channel: unknown): string | undefined => {
  const id =
    typeof channel === 'object' && channel !== null ? (channel as JsonObject).id : undefined;
  return typeof id === 'string' ? id : undefined;
};

const channel: Rule = {
  name: 'no_channel',
  severity: 'error',
  find: ({ policy, around }) => {
    const named = [
      { path: ['error_notification', 'channel'], id: idOf(policy.error_notification?.channel) },
      ...policy.states.flatMap(({ actions }, i) =>
        actions.map(({ type, params }, j) => ({
          path: ['states', i, 'actions', j, 'notification', 'channel'],
          id: type === 'notification' ? idOf(params.channel) : undefined,
        }))
      ),
    ];
    return named.flatMap(({ path, id }) =>
      id !== undefined && around.channels && !around.channels.includes(id)
        ? [
            {
              path,
              said: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.noChannel',
                  'There is no notification channel “{id}”: nobody is told.'
                ),
                { id }
              ),
            },
          ]
        : []
    );
  },
};

const pipeline: Rule = {
  name: 'no_pipeline',
  severity: 'error',
  find: ({ policy, around: { index_templates: templates = [], pipelines } }) =>
    pipelines === undefined
      ? []
      : policy.ism_template.flatMap(({ index_patterns: own }, i) =>
          templates
            .filter(({ index_patterns: patterns }) => overlaps(own, patterns).length > 0)
            .flatMap(({ name, pipelines: wanted = [] }) => {
              const missing = wanted.filter((each) => !pipelines.includes(each));
              return missing.length === 0
                ? []
                : [
                    {
                      path: ['ism_template', i],
                      said: sentence(
                        phrase(
                          'watchkeeper.lifecycle.rules.noPipeline',
                          'The index template “{name}” sends the documents of these indices through the ingest pipeline {pipelines}, which is not there: after a rollover nothing can be written.'
                        ),
                        { name, pipelines: some(missing) }
                      ),
                    },
                  ];
            })
        ),
};

export const PREREQUISITE_RULES: readonly Rule[] = [
  ...[notAllowed, repository, denied, channel, pipeline],
];
