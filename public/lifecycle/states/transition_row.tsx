import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { JsonValue } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import {
  CONDITION_KINDS,
  conditionKind,
} from '../../../common/lifecycle/conditions/condition_kinds';
import { removeAt } from '../../../common/lifecycle/lint/edit';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path, Transition } from '../../../common/lifecycle/policy/policy';
import { say } from '../../shared/say';
import { moveBy, putAt } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import { errorsOf } from './fields/field_props';
import { ItemButtons } from './item_buttons';
import { ParamField } from './param_field';
import { PlaceMark, placeId } from './place_mark';
import { RawJson } from './raw_json';
import { transitionSentence } from './words';

const AT_ONCE = '';
const OTHER = 'other';

/** What a condition begins with. */
const START: Readonly<Record<string, JsonValue>> = {
  min_index_age: '7d',
  min_rollover_age: '7d',
  min_state_age: '1d',
  min_doc_count: 1_000_000,
  min_size: '30gb',
  cron: { cron: { expression: '0 0 * * 0', timezone: 'UTC' } },
  no_alias: true,
};

/** The one condition that has a field; `OTHER` for several, for none in an object, and for what we do not know. */
const conditionOf = (conditions: JsonValue | undefined): string => {
  if ((conditions ?? null) === null) return AT_ONCE;
  const names = isJsonObject(conditions) ? Object.keys(conditions) : [];
  return names.length === 1 && conditionKind(names[0]) ? names[0] : OTHER;
};

const conditionOptions = (current: string) => [
  {
    value: AT_ONCE,
    text: i18n.translate('watchkeeper.lifecycle.states.atOnceOption', {
      defaultMessage: 'At once',
    }),
  },
  ...CONDITION_KINDS.map(({ name, label }) => ({ value: name, text: say(label) })),
  ...(current === OTHER
    ? [
        {
          value: OTHER,
          text: i18n.translate('watchkeeper.lifecycle.states.otherOption', {
            defaultMessage: 'As JSON',
          }),
        },
      ]
    : []),
];

/** Where a state leads, and when. */
export const TransitionRow: React.FC<{
  transition: JsonObject;
  /** The same, read. */
  seen: Transition;
  path: Path;
  count: number;
  states: readonly string[];
  findings: readonly Finding[];
  edit: EditPolicy;
}> = ({ transition, seen, path, count, states, findings, edit }) => {
  const place = Number(path[path.length - 1]);
  const { conditions } = transition;
  const current = conditionOf(conditions);
  const kind = conditionKind(current);
  const sentence = transitionSentence(seen);
  const names = states.includes(seen.state_name) ? states : [seen.state_name, ...states];
  const by = path.join('.');
  const setConditions = (value: JsonValue | undefined) =>
    edit((body) => putAt(body, [...path, 'conditions'], value), by);
  const choose = (name: string) =>
    setConditions(name === AT_ONCE ? undefined : { [name]: START[name] });
  return (
    <EuiPanel
      paddingSize="s"
      hasShadow={false}
      id={placeId(path)}
      tabIndex={-1}
      data-test-subj="transitionRow"
    >
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
        <EuiFlexItem>
          <EuiText size="s" data-test-subj="transitionSentence">
            <strong>{sentence}</strong> <PlaceMark path={path} findings={findings} />
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <ItemButtons
            name={sentence}
            place={place}
            count={count}
            onMove={(step) => edit((body) => moveBy(body, path.slice(0, -1), place, step))}
            onRemove={() => edit((body) => removeAt(body, path))}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem style={{ minWidth: 120 }}>
          <EuiCompressedSelect
            options={names.map((name) => ({ value: name, text: name }))}
            value={seen.state_name}
            onChange={(event) =>
              edit((body) => putAt(body, [...path, 'state_name'], event.target.value))
            }
            aria-label={i18n.translate('watchkeeper.lifecycle.states.targetLabel', {
              defaultMessage: 'State that it leads to',
            })}
            data-test-subj="transitionTarget"
          />
        </EuiFlexItem>
        <EuiFlexItem style={{ minWidth: 160 }}>
          <EuiCompressedSelect
            options={conditionOptions(current)}
            value={current}
            onChange={(event) => choose(event.target.value)}
            aria-label={i18n.translate('watchkeeper.lifecycle.states.conditionLabel', {
              defaultMessage: 'What it waits for',
            })}
            data-test-subj="transitionCondition"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      {kind && isJsonObject(conditions) && (
        <>
          <EuiSpacer size="s" />
          <ParamField
            param={{ ...kind, required: true }}
            value={conditions[kind.name]}
            path={[...path, 'conditions', kind.name]}
            problems={errorsOf(findings)}
            onChange={(value) =>
              setConditions({ [kind.name]: value ?? (kind.type.kind === 'switch' ? false : '') })
            }
          />
        </>
      )}
      {current === OTHER && (
        <RawJson
          value={conditions}
          label={i18n.translate('watchkeeper.lifecycle.states.conditionsJsonLabel', {
            defaultMessage: 'Conditions as JSON',
          })}
          onChange={setConditions}
        />
      )}
    </EuiPanel>
  );
};
