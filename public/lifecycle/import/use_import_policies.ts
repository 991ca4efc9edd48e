import { useState } from 'react';
import { i18n } from '@osd/i18n';
import { useQueryClient } from '@tanstack/react-query';
import { POLICIES_PATH } from '../../../common/lifecycle/api';
import type { SavePolicy, SavedPolicy } from '../../../common/lifecycle/api';
import { toApiError } from '../../shared/api_client';
import { useSaid } from '../../shared/said';
import { useServices } from '../../shared/services';
import { plainPolicy } from '../document/policy_text';
import type { ImportRow } from './import_rows';

export interface ImportOutcome {
  saved: boolean;
  /** Why not; or what went wrong after it. */
  message?: string;
}

const noteOf = ({ document }: ImportRow): string =>
  document.kind === 'ilm'
    ? i18n.translate('watchkeeper.lifecycle.import.ilmNote', {
        defaultMessage: 'Converted from Index Lifecycle Management.',
      })
    : i18n.translate('watchkeeper.lifecycle.import.note', { defaultMessage: 'Imported.' });

/** Saves policies one after the other; what is refused does not keep the others back. */
export const useImportPolicies = (): {
  outcomes: Readonly<Record<string, ImportOutcome>>;
  busy: boolean;
  start: (rows: readonly ImportRow[]) => Promise<void>;
  forget: () => void;
} => {
  const { api } = useServices();
  const { told } = useSaid();
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, ImportOutcome>>>({});
  const [busy, setBusy] = useState(false);

  const save = async (row: ImportRow): Promise<ImportOutcome> => {
    const { decision, existing, document } = row;
    const version = existing && {
      version: { seq_no: existing.seq_no, primary_term: existing.primary_term },
    };
    const body: SavePolicy = { body: plainPolicy(document.body), ...version, note: noteOf(row) };
    try {
      const path = `${POLICIES_PATH}/${encodeURIComponent(decision.id)}`;
      const { warning } = await api.put<SavedPolicy>(path, body);
      return { saved: true, ...(warning === undefined ? {} : { message: warning }) };
    } catch (thrown) {
      const { message, problems } = toApiError(thrown);
      const [first] = problems;
      return { saved: false, message: first ? told(first) : message };
    }
  };
  const start = async (rows: readonly ImportRow[]): Promise<void> => {
    setBusy(true);
    for (const row of rows) {
      const outcome = await save(row);
      setOutcomes((before) => ({ ...before, [row.key]: outcome }));
    }
    await client.invalidateQueries(['lifecycle', 'policies']);
    setBusy(false);
  };
  return { outcomes, busy, start, forget: () => setOutcomes({}) };
};
