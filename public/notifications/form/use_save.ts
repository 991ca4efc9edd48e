import { useState } from 'react';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import type { ApiError } from '../../shared/api_client';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { useServices } from '../../shared/services';
import { useToasts } from '../../shared/toasts';
import { useFetchDestination, useSaveDestination } from '../destination_queries';
import type { SaveRequest } from '../destination_queries';
import { toSave, toUpdate } from './destination_form';
import { storedOf } from './stored_destination';
import type { DestinationFormState } from './use_destination_form';

export interface Save {
  save: () => void;
  /** Saves over what somebody else saved in the meantime. */
  overwrite: () => void;
  isSaving: boolean;
  /** A refusal that belongs to no field. */
  error: ApiError | undefined;
  /** What somebody else saved in the meantime. */
  latest: DestinationRecord | undefined;
}

/** Saves the form, and keeps it as it is whatever the server says, until it says yes. */
export const useSave = (state: DestinationFormState, record?: DestinationRecord): Save => {
  const saving = useSaveDestination();
  const fetchDestination = useFetchDestination();
  const [latest, setLatest] = useState<DestinationRecord>();
  const { history } = useServices();
  const goTo = useGoTo();
  const toasts = useToasts();

  const requestOf = (version?: string): SaveRequest =>
    record && version
      ? {
          kind: 'update',
          id: record.id,
          destination: toUpdate(state.form, { ...storedOf(record), version }),
        }
      : { kind: 'create', destination: toSave(state.form) };

  const onSaved = () => {
    // What was typed is saved now: leaving needs no question.
    history.disarm();
    toasts.success(
      i18n.translate('watchkeeper.destinations.savedTitle', {
        defaultMessage: '“{name}” is saved',
        values: { name: state.form.name.trim() },
      })
    );
    goTo(appPaths.destinations());
  };

  const onRefused = async (error: ApiError) => {
    state.refuse(error.problems);
    if (error.code === 'conflict' && record) {
      // Without it there is still the error's own message.
      setLatest(await fetchDestination(record.id).catch(() => undefined));
    }
  };

  const save = (version: string | undefined) => {
    if (!state.attempt()) return;
    saving.mutate(requestOf(version), {
      onSuccess: onSaved,
      onError: (error) => void onRefused(error),
    });
  };

  return {
    save: () => save(record?.version),
    overwrite: () => save(latest?.version),
    isSaving: saving.isLoading,
    error: saving.error ?? undefined,
    latest,
  };
};
