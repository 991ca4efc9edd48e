import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSmallButton, EuiSpacer, EuiText } from '@elastic/eui';
import { WatchkeeperError } from '../../../common/errors';
import type { FieldProblem } from '../../../common/errors';
import { readPolicyDocuments } from '../../../common/import/policy_documents';
import type { PolicyDocuments } from '../../../common/import/policy_documents';
import { formatJson } from '../../../common/json/format_json';
import { stringifyLossless } from '../../../common/json/lossless';
import type { PolicyRecord } from '../../../common/lifecycle/api';
import { useDebounced } from '../../shared/debounced';
import { PageFrame } from '../../shared/page_frame';
import { Said, useSaid } from '../../shared/said';
import { policiesCrumb } from '../crumbs';
import { PolicyEditor } from '../editor/policy_editor';
import { EngineCallout } from '../engine_callout';
import { canKeep, useEngine, usePolicies, useSurroundings } from '../policy_queries';
import type { Choice } from './conflict_choice';
import { ImportCard } from './import_card';
import { freeId, importRows, savable } from './import_rows';
import type { Decision, ImportRow } from './import_rows';
import { PolicySource, TierField } from './policy_source';
import { useImportPolicies } from './use_import_policies';

const PAUSE = 300;
const NONE: PolicyDocuments = { policies: [], problems: [] };
const NOBODY: readonly PolicyRecord[] = [];
const NO_PATTERNS: readonly string[] = [];

const problemText = ({ line, column = 1 }: FieldProblem, message: string): string =>
  line === undefined
    ? message
    : i18n.translate('watchkeeper.lifecycle.import.jsonProblem', {
        defaultMessage: 'Line {line}, column {column}: {message}',
        values: { line, column, message },
      });

const read = (
  text: string,
  tierAttribute: string
): { found: PolicyDocuments; problem?: FieldProblem } => {
  if (text.trim() === '') return { found: NONE };
  try {
    return { found: readPolicyDocuments(text, tierAttribute) };
  } catch (thrown) {
    if (!(thrown instanceof WatchkeeperError)) throw thrown;
    const [first] = thrown.details.problems ?? [];
    return { found: NONE, problem: first ?? { field: '', message: thrown.message } };
  }
};

/** As a text that the editor takes, its id with it. */
const textOf = ({ decision: { id }, document: { body } }: ImportRow): string =>
  formatJson(stringifyLossless({ ...(id === '' ? {} : { _id: id }), policy: body }, 2));

const decided = ({ decision }: ImportRow, choice: Choice, taken: ReadonlySet<string>): Decision => {
  if (choice === 'rename') return { id: freeId(decision.id, taken), overwrite: false, skip: false };
  return { ...decision, overwrite: choice === 'overwrite' };
};

/** Policies from elsewhere: what becomes of each is shown before anything is saved. */
export const ImportPoliciesPage: React.FC = () => {
  const [text, setText] = useState('');
  const [tierAttribute, setTierAttribute] = useState('');
  const [fileProblem, setFileProblem] = useState<string>();
  const [decisions, setDecisions] = useState<Readonly<Record<string, Decision>>>({});
  const [opened, setOpened] = useState<ImportRow>();
  const engine = useEngine();
  const { told } = useSaid();
  const kept = canKeep(engine.data);
  const here = usePolicies(kept).data?.items ?? NOBODY;
  const { outcomes, busy, start, forget } = useImportPolicies();
  const around = useSurroundings(undefined, NO_PATTERNS).data;
  const settled = useDebounced(text, PAUSE);
  const { found, problem } = useMemo(() => read(settled, tierAttribute), [settled, tierAttribute]);
  const rows = useMemo(
    () => importRows(found.policies, here, decisions, around),
    [found, here, decisions, around]
  );
  if (opened) return <PolicyEditor text={textOf(opened)} />;

  const write = (next: string) => {
    setText(next);
    setFileProblem(undefined);
    setDecisions({});
    forget();
  };
  const decide = ({ key }: ImportRow, decision: Decision) =>
    setDecisions((before) => ({ ...before, [key]: decision }));
  const taken = new Set([...here.map(({ id }) => id), ...rows.map(({ decision }) => decision.id)]);
  const open = rows.filter(({ key }) => outcomes[key]?.saved !== true);
  const ready = savable(open);
  const title = i18n.translate('watchkeeper.lifecycle.import.title', {
    defaultMessage: 'Import policies',
  });
  return (
    <PageFrame
      title={title}
      crumbs={[policiesCrumb(), { text: title }]}
      actions={[
        <EuiSmallButton
          key="save"
          fill
          iconType="save"
          isLoading={busy}
          isDisabled={!kept || ready.length === 0}
          onClick={() => void start(ready)}
          data-test-subj="importSave"
        >
          {i18n.translate('watchkeeper.lifecycle.import.saveLabel', {
            defaultMessage:
              '{count, plural, =0 {Save} one {Save # policy} other {Save # policies}}',
            values: { count: ready.length },
          })}
        </EuiSmallButton>,
      ]}
    >
      <EngineCallout engine={engine.data} error={engine.error} />
      <EuiPanel>
        <PolicySource
          {...{ text, problem: fileProblem ?? (problem && problemText(problem, told(problem))) }}
          onText={write}
          onProblem={setFileProblem}
        />
        {found.policies.some(({ kind }) => kind === 'ilm') && (
          <TierField value={tierAttribute} onChange={setTierAttribute} />
        )}
      </EuiPanel>
      <EuiSpacer size="m" />
      <div aria-live="polite">
        {found.problems.map((unknown, place) => (
          <EuiText key={place} size="s" color="danger" data-test-subj="importUnknown">
            <p>
              <Said sentence={unknown} />
            </p>
          </EuiText>
        ))}
      </div>
      {rows.map((row) => (
        <React.Fragment key={row.key}>
          <ImportCard
            row={row}
            outcome={outcomes[row.key]}
            onId={(id) => decide(row, { ...row.decision, id, overwrite: false })}
            onChoose={(choice) => decide(row, decided(row, choice, taken))}
            onOpen={() => setOpened(row)}
          />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
    </PageFrame>
  );
};
