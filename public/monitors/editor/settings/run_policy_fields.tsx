import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGrid, EuiFlexItem } from '@elastic/eui';
import { CATCH_UP_POLICIES } from '../../../../common/monitors/monitor';
import type { CatchUp, CatchUpPolicy, ErrorPolicy } from '../../../../common/monitors/monitor';
import { DEFAULT_ERROR_POLICY } from '../../../../common/monitors/step_errors';
import { catchUpLabel } from '../../policy_words';
import { setFields } from '../changes';
import { useEditor } from '../editor_model';
import { Field } from '../field';
import { NumberInput } from '../fields/number_input';
import { ChoiceField } from '../fields/text_fields';

const QueryDelay: React.FC = () => {
  const { draft, update } = useEditor();
  const label = i18n.translate('watchkeeper.editor.queryDelayLabel', {
    defaultMessage: 'Query delay, in seconds',
  });
  return (
    <Field
      field="query_delay_seconds"
      label={label}
      helpText={i18n.translate('watchkeeper.editor.queryDelayHelpText', {
        defaultMessage:
          'Each window ends so long before its run, so that what comes late is not missed.',
      })}
    >
      {(isInvalid) => (
        <NumberInput
          min={0}
          isInvalid={isInvalid}
          value={draft.query_delay_seconds}
          onChange={(seconds = NaN) => update(setFields({ query_delay_seconds: seconds }))}
          aria-label={label}
          mark="queryDelayInput"
        />
      )}
    </Field>
  );
};

type CatchUpChoice = 'unset' | CatchUpPolicy;

const CHOICES: readonly CatchUpChoice[] = ['unset', ...CATCH_UP_POLICIES];

const choiceText = (choice: CatchUpChoice): string =>
  choice === 'unset'
    ? i18n.translate('watchkeeper.editor.catchUpUnsetLabel', {
        defaultMessage: 'Not set: replay the newest 10',
      })
    : catchUpLabel(choice);

const CatchUpFields: React.FC = () => {
  const { draft, update } = useEditor();
  const { catch_up: catchUp } = draft;
  const put = (next: CatchUp | undefined) => update(setFields({ catch_up: next }));
  const mostLabel = i18n.translate('watchkeeper.editor.catchUpMostLabel', {
    defaultMessage: 'Missed windows at most',
  });
  return (
    <>
      <EuiFlexItem>
        <ChoiceField<CatchUpChoice>
          field="catch_up.policy"
          label={i18n.translate('watchkeeper.editor.catchUpLabel', {
            defaultMessage: 'When runs were missed',
          })}
          helpText={i18n.translate('watchkeeper.editor.catchUpHelpText', {
            defaultMessage:
              'What becomes of their windows. Those that are left out stand in the list of gaps.',
          })}
          options={CHOICES.map((value) => ({ value, text: choiceText(value) }))}
          value={catchUp?.policy ?? 'unset'}
          onChange={(policy) => put(policy === 'unset' ? undefined : { ...catchUp, policy })}
          mark="catchUpSelect"
        />
      </EuiFlexItem>
      {catchUp && catchUp.policy !== 'skip' && (
        <EuiFlexItem>
          <Field
            field="catch_up.most"
            label={mostLabel}
            helpText={i18n.translate('watchkeeper.editor.catchUpMostHelpText', {
              defaultMessage: 'The newest so many are looked at. Empty: 10.',
            })}
          >
            {(isInvalid) => (
              <NumberInput
                isInvalid={isInvalid}
                value={catchUp.most}
                onChange={(most) => put({ ...catchUp, most })}
                aria-label={mostLabel}
                mark="catchUpMostInput"
              />
            )}
          </Field>
        </EuiFlexItem>
      )}
    </>
  );
};

type ErrorChoice = 'unset' | 'notify' | 'silent';

const ERROR_CHOICES: readonly ErrorChoice[] = ['unset', 'notify', 'silent'];

const errorText = (choice: ErrorChoice): string => {
  switch (choice) {
    case 'unset':
      return i18n.translate('watchkeeper.editor.errorUnsetLabel', {
        defaultMessage: 'Not set: tell after {after} failed runs in a row',
        values: { after: DEFAULT_ERROR_POLICY.after },
      });
    case 'notify':
      return i18n.translate('watchkeeper.editor.errorNotifyLabel', {
        defaultMessage: 'Tell by the actions',
      });
    case 'silent':
      return i18n.translate('watchkeeper.editor.errorSilentLabel', {
        defaultMessage: 'Tell nobody',
      });
  }
};

const choiceOf = (policy: ErrorPolicy | undefined): ErrorChoice =>
  policy ? (policy.notify ? 'notify' : 'silent') : 'unset';

const ErrorFields: React.FC = () => {
  const { draft, update } = useEditor();
  const { error_policy: policy } = draft;
  const put = (next: ErrorPolicy | undefined) => update(setFields({ error_policy: next }));
  const afterLabel = i18n.translate('watchkeeper.editor.errorAfterLabel', {
    defaultMessage: 'After so many failed runs in a row',
  });
  return (
    <>
      <EuiFlexItem>
        <ChoiceField<ErrorChoice>
          field="error_policy.notify"
          label={i18n.translate('watchkeeper.editor.errorPolicyLabel', {
            defaultMessage: 'When a run fails',
          })}
          helpText={i18n.translate('watchkeeper.editor.errorPolicyHelpText', {
            defaultMessage:
              'There is one error alert in any case. It is told of once, and ends by itself when a run succeeds.',
          })}
          options={ERROR_CHOICES.map((value) => ({ value, text: errorText(value) }))}
          value={choiceOf(policy)}
          onChange={(choice) =>
            put(choice === 'unset' ? undefined : { ...policy, notify: choice === 'notify' })
          }
          mark="errorPolicySelect"
        />
      </EuiFlexItem>
      {policy?.notify && (
        <EuiFlexItem>
          <Field field="error_policy.after" label={afterLabel}>
            {(isInvalid) => (
              <NumberInput
                isInvalid={isInvalid}
                value={policy.after}
                placeholder={String(DEFAULT_ERROR_POLICY.after)}
                onChange={(after) => put({ ...policy, after })}
                aria-label={afterLabel}
                mark="errorAfterInput"
              />
            )}
          </Field>
        </EuiFlexItem>
      )}
    </>
  );
};

/** How late data, missed runs and errors are dealt with. */
export const RunPolicyFields: React.FC = () => {
  const { draft } = useEditor();
  // Pings are known at once, and a run looks at all of them.
  const hasWindows = draft.monitor_type !== 'heartbeat_monitor';
  return (
    <EuiFlexGrid columns={2} gutterSize="m">
      {hasWindows && (
        <>
          <EuiFlexItem>
            <QueryDelay />
          </EuiFlexItem>
          <CatchUpFields />
        </>
      )}
      <ErrorFields />
    </EuiFlexGrid>
  );
};
