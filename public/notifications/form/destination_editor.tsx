import React, { useEffect, useRef } from 'react';
import type { FormEvent } from 'react';
import { EuiCallOut, EuiForm, EuiPanel, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { useTestDestination } from '../destination_queries';
import { TestResult } from '../test_result';
import { ConflictCallout } from './conflict_callout';
import { FormButtons } from './form_buttons';
import { toSave, toUpdate } from './destination_form';
import type { DestinationForm } from './destination_form';
import { KindFields } from './kind_fields';
import { storedOf } from './stored_destination';
import { useDestinationForm } from './use_destination_form';
import type { DestinationFormState } from './use_destination_form';
import { useSave } from './use_save';
import type { Save } from './use_save';

const FIRST_INVALID = 'input:invalid, select:invalid, textarea:invalid';

/** After a refused attempt the keyboard goes to the first field that is wrong. */
const useFocusOnFirstInvalid = (attempts: number) => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) ref.current?.querySelector<HTMLElement>(FIRST_INVALID)?.focus();
  }, [attempts]);
  return ref;
};

/** What was refused and stands at no field. */
const SaveRefused: React.FC<{ error: Save['error'] }> = ({ error }) =>
  error && error.problems.every(({ field }) => field === '') ? (
    <>
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        role="alert"
        title={i18n.translate('watchkeeper.destinations.form.refusedTitle', {
          defaultMessage: 'The destination was not saved',
        })}
        data-test-subj="saveRefused"
      >
        <p>{error.message}</p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  ) : null;

const useTest = (state: DestinationFormState, record?: DestinationRecord) => {
  const test = useTestDestination();
  const { reset } = test;
  // An answer to what the form held before would mislead.
  useEffect(() => reset(), [state.form, reset]);
  const send = () => {
    if (!state.attempt()) return;
    test.mutate(
      record
        ? { kind: 'stored', id: record.id, changes: toUpdate(state.form, storedOf(record)) }
        : { kind: 'new', destination: toSave(state.form) },
      { onError: (error) => error.problems.length > 0 && state.refuse(error.problems) }
    );
  };
  return { test, send };
};

/** The form of a destination, new or stored. */
export const DestinationEditor: React.FC<{
  record?: DestinationRecord;
  /** What a new one begins with. */
  template?: DestinationForm;
  /** Opens what is stored now, and forgets the form. */
  onReload?: () => void;
}> = ({ record, template, onReload }) => {
  const state = useDestinationForm(record, template);
  const { save, overwrite, isSaving, error, latest } = useSave(state, record);
  const { test, send } = useTest(state, record);
  const ref = useFocusOnFirstInvalid(state.attempts);
  useUnsavedGuard(state.dirty);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <EuiPanel style={{ maxWidth: 860 }}>
      <div ref={ref}>
        {record && latest ? (
          <>
            <ConflictCallout
              opened={record}
              latest={latest}
              isSaving={isSaving}
              onOverwrite={overwrite}
              onReload={() => onReload?.()}
            />
            <EuiSpacer size="m" />
          </>
        ) : (
          <SaveRefused error={error} />
        )}
        {/* noValidate: what is wrong is said at the fields, not in a balloon of the browser. */}
        <EuiForm component="form" noValidate onSubmit={onSubmit} data-test-subj="destinationForm">
          <KindFields state={state} stored={record && storedOf(record)} />
          <EuiSpacer size="l" />
          <TestResult test={test} />
          <FormButtons
            isNew={!record}
            isSaving={isSaving}
            isTesting={test.isLoading}
            onTest={send}
          />
        </EuiForm>
      </div>
    </EuiPanel>
  );
};
