import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { readQuery } from '../../../../common/monitors/query_builder/read_query';
import { useDebounced } from '../../../shared/debounced';
import { queryTextProblems } from '../json_lint';
import { BuilderForm } from './builder_form';
import { DslEditor } from './dsl_editor';

type View = 'builder' | 'dsl';

const Tabs: React.FC<{ view: View; canBuild: boolean; onView: (view: View) => void }> = ({
  view,
  canBuild,
  onView,
}) => (
  <EuiTabs size="s" display="condensed">
    <EuiTab
      isSelected={view === 'builder'}
      disabled={!canBuild}
      onClick={() => onView('builder')}
      data-test-subj="queryBuilderTab"
    >
      {i18n.translate('watchkeeper.queryBuilder.builderTab', { defaultMessage: 'Builder' })}
    </EuiTab>
    <EuiTab isSelected={view === 'dsl'} onClick={() => onView('dsl')} data-test-subj="queryDslTab">
      {i18n.translate('watchkeeper.queryBuilder.dslTab', { defaultMessage: 'Query DSL' })}
    </EuiTab>
  </EuiTabs>
);

/** Why a query has no form. Names of members stand between backticks. */
const Reason: React.FC<{ reason: string }> = ({ reason }) => (
  <>
    <EuiCallOut
      size="s"
      iconType="iInCircle"
      title={i18n.translate('watchkeeper.queryBuilder.dslOnlyTitle', {
        defaultMessage: 'The builder cannot show this query, which stays as it is',
      })}
      data-test-subj="dslReason"
    >
      <p>
        {reason.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}
      </p>
    </EuiCallOut>
    <EuiSpacer size="s" />
  </>
);

const REASON_PAUSE = 500;

/** Why a text has no form, once nobody types; that it is no JSON yet is said at its place. */
const useReason = (text: string): string | undefined => {
  const settled = useDebounced(text, REASON_PAUSE);
  return useMemo(() => {
    if (settled.trim() === '' || queryTextProblems(settled).length > 0) return undefined;
    const read = readQuery(settled);
    return read.kind === 'dsl' ? read.reason : undefined;
  }, [settled]);
};

/**
 * A search body as a form or as text. A text that the form can show without loss opens in the form; any other stays
 * text, and says why.
 */
export const QueryViews: React.FC<{
  /** Dotted path in the monitor. */
  field: string;
  text: string;
  onText: (text: string) => void;
}> = ({ field, text, onText }) => {
  const read = useMemo(() => readQuery(text), [text]);
  const [wanted, setWanted] = useState<View>('builder');
  const reason = useReason(text);
  const view = read.kind === 'visual' ? wanted : 'dsl';
  return (
    <>
      <Tabs view={view} canBuild={read.kind === 'visual'} onView={setWanted} />
      <EuiSpacer size="m" />
      {view === 'builder' && read.kind === 'visual' ? (
        <BuilderForm text={text} query={read.query} onText={onText} />
      ) : (
        <>
          {reason !== undefined && <Reason reason={reason} />}
          <DslEditor
            field={field}
            text={text}
            onText={(next) => {
              // Who writes text goes on writing text, though the form could show it by now.
              setWanted('dsl');
              onText(next);
            }}
          />
        </>
      )}
    </>
  );
};
