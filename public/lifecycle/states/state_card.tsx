import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiBadge,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButtonEmpty,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import type { JsonObject } from '../../../common/json/record';
import { ACTION_KINDS } from '../../../common/lifecycle/actions/registry';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { say } from '../../shared/say';
import { removeState } from '../document/graph_edits';
import { addTo, moveBy, objectsAt, putAt, renameState } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import { ActionCard } from './action_card';
import { ItemButtons } from './item_buttons';
import { PlaceMark, placeId } from './place_mark';
import { StateName } from './state_name';
import { TransitionRow } from './transition_row';

/** What an action begins with, where an empty one would be refused. */
const START: Readonly<Record<string, JsonObject>> = {
  rollover: { min_primary_shard_size: '30gb', min_index_age: '1d' },
  replica_count: { number_of_replicas: 1 },
  index_priority: { priority: 50 },
  allocation: { require: { temp: 'warm' } },
  force_merge: { max_num_segments: 1 },
  shrink: { num_new_shards: 1 },
  alias: { actions: [{ add: { aliases: [] } }] },
  rollup: {
    ism_rollup: {
      page_size: 1000,
      dimensions: [{ date_histogram: { source_field: '@timestamp', fixed_interval: '1h' } }],
    },
  },
  transform: { ism_transform: { page_size: 1000, groups: [{ terms: {} }] } },
};

const Part: React.FC<{ title: string; children: ReactNode }> = ({ title, children }) => (
  <>
    <EuiSpacer size="s" />
    <EuiTitle size="xxs">
      <h3>{title}</h3>
    </EuiTitle>
    <EuiSpacer size="xs" />
    {children}
  </>
);

const AddAction: React.FC<{ onAdd: (type: string) => void }> = ({ onAdd }) => (
  <EuiCompressedSelect
    options={[
      {
        value: '',
        text: i18n.translate('watchkeeper.lifecycle.states.addActionOption', {
          defaultMessage: 'Add an action…',
        }),
      },
      ...ACTION_KINDS.map(({ type, label }) => ({ value: type, text: say(label) })),
    ]}
    value=""
    onChange={(event) => event.target.value !== '' && onAdd(event.target.value)}
    aria-label={i18n.translate('watchkeeper.lifecycle.states.addActionLabel', {
      defaultMessage: 'Add an action',
    })}
    data-test-subj="addAction"
  />
);

/** One state: what is done in it, in this order, and where it leads. */
export const StateCard: React.FC<{
  body: JsonObject;
  policy: Policy;
  place: number;
  findings: readonly Finding[];
  edit: EditPolicy;
}> = ({ body, policy, place, findings, edit }) => {
  const states = objectsAt(body.states);
  const state = states[place];
  const seen = policy.states[place];
  const path = ['states', place];
  const names = policy.states.map(({ name }) => name);
  const actions = objectsAt(state.actions);
  const transitions = objectsAt(state.transitions);
  const isStart = policy.default_state === seen.name;
  const addTransition = () => {
    const to = names[place + 1] ?? names[0];
    edit((now) => addTo(now, [...path, 'transitions'], { state_name: to }));
  };
  return (
    <EuiPanel id={placeId(path)} tabIndex={-1} paddingSize="m" data-test-subj="stateCard">
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false} wrap>
        <EuiFlexItem style={{ minWidth: 140 }}>
          <StateName
            name={seen.name}
            others={names.filter((_name, other) => other !== place)}
            onRename={(name) => edit((now) => renameState(now, place, name))}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          {isStart ? (
            <EuiBadge color="primary">
              {i18n.translate('watchkeeper.lifecycle.states.startLabel', {
                defaultMessage: 'Indices begin here',
              })}
            </EuiBadge>
          ) : (
            <EuiSmallButtonEmpty
              onClick={() => edit((now) => putAt(now, ['default_state'], seen.name))}
              data-test-subj="makeStart"
            >
              {i18n.translate('watchkeeper.lifecycle.states.makeStartLabel', {
                defaultMessage: 'Begin here',
              })}
            </EuiSmallButtonEmpty>
          )}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <PlaceMark path={path} findings={findings} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <ItemButtons
            name={seen.name}
            place={place}
            count={states.length}
            onMove={(by) => edit((now) => moveBy(now, ['states'], place, by))}
            onRemove={() => edit((now) => removeState(now, place))}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <Part
        title={i18n.translate('watchkeeper.lifecycle.states.actionsTitle', {
          defaultMessage: 'Done in this order',
        })}
      >
        {actions.map((action, i) => (
          <React.Fragment key={i}>
            <ActionCard
              {...{ action, findings, edit, seen: seen.actions[i], count: actions.length }}
              path={[...path, 'actions', i]}
            />
            <EuiSpacer size="xs" />
          </React.Fragment>
        ))}
        <AddAction
          onAdd={(type) =>
            edit((now) => addTo(now, [...path, 'actions'], { [type]: START[type] ?? {} }))
          }
        />
      </Part>
      <Part
        title={i18n.translate('watchkeeper.lifecycle.states.transitionsTitle', {
          defaultMessage: 'Then: the first of these that is met',
        })}
      >
        {transitions.map((transition, i) => (
          <React.Fragment key={i}>
            <TransitionRow
              {...{ transition, findings, edit, states: names, count: transitions.length }}
              seen={seen.transitions[i]}
              path={[...path, 'transitions', i]}
            />
            <EuiSpacer size="xs" />
          </React.Fragment>
        ))}
        <EuiSmallButtonEmpty
          iconType="plusInCircle"
          flush="left"
          onClick={addTransition}
          data-test-subj="addTransition"
        >
          {i18n.translate('watchkeeper.lifecycle.states.addTransitionLabel', {
            defaultMessage: 'Add a transition',
          })}
        </EuiSmallButtonEmpty>
      </Part>
    </EuiPanel>
  );
};
