import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiAccordion,
  EuiCallOut,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { simulateNameQuery } from '../../../common/indices/index_templates/api';
import type { TemplateRow } from '../../../common/indices/index_templates/api';
import { templatesForName } from '../../../common/indices/index_templates/which_template';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { LoadingState } from '../../shared/states';
import { SimulatedView } from './simulated_view';
import { templatePath } from './template_columns';
import { useSimulatedName } from './template_queries';

const Named: React.FC<{ rows: readonly TemplateRow[] }> = ({ rows }) => (
  <>
    {rows.map((row, place) => (
      <React.Fragment key={`${row.kind} ${row.name}`}>
        {place > 0 && ', '}
        <PageLink to={templatePath(row)}>{row.name}</PageLink>{' '}
        {i18n.translate('watchkeeper.indexTemplates.ofPriorityText', {
          defaultMessage: '(priority {priority})',
          values: { priority: row.priority },
        })}
      </React.Fragment>
    ))}
  </>
);

/** By which template an index of the name is made. */
export const Verdict: React.FC<{ rows: readonly TemplateRow[]; name: string }> = ({
  rows,
  name,
}) => {
  const { winner, passed_over: others, merged } = templatesForName(rows, name);
  return (
    <EuiText size="s" data-test-subj="whichVerdict">
      {winner && (
        <p>
          <strong>
            {i18n.translate('watchkeeper.indexTemplates.winnerLabel', {
              defaultMessage: 'Made by:',
            })}
          </strong>{' '}
          <Named rows={[winner]} />
        </p>
      )}
      {others.length > 0 && (
        <p>
          {i18n.translate('watchkeeper.indexTemplates.passedOverLabel', {
            defaultMessage: 'These match too, and count for nothing here:',
          })}{' '}
          <Named rows={others} />
        </p>
      )}
      {merged.length > 0 && (
        <p>
          {i18n.translate('watchkeeper.indexTemplates.mergedLabel', {
            defaultMessage: 'Legacy templates, all merged, a later one over an earlier:',
          })}{' '}
          <Named rows={merged} />
        </p>
      )}
      {!winner && merged.length === 0 && (
        <p>
          {i18n.translate('watchkeeper.indexTemplates.noWinnerText', {
            defaultMessage: 'No template matches: it is made with the settings of the cluster.',
          })}
        </p>
      )}
      <p>
        <PageLink to={appPaths.policyOfName(name)} data-test-subj="policyOfName">
          {i18n.translate('watchkeeper.indexTemplates.whichPolicyLabel', {
            defaultMessage: 'Which index policy takes it in',
          })}
        </PageLink>
      </p>
    </EuiText>
  );
};

const Simulated: React.FC<{ name: string }> = ({ name }) => {
  const simulated = useSimulatedName(name);
  if (simulated.isLoading) return <LoadingState />;
  if (!simulated.data) {
    return (
      <EuiCallOut size="s" color="warning" title={simulated.error?.message} iconType="alert" />
    );
  }
  return <SimulatedView simulated={simulated.data} />;
};

/** Which template an index of some name is made by, and what it gets. */
export const WhichTemplate: React.FC<{
  rows: readonly TemplateRow[];
  name: string;
  onChange: (name: string) => void;
}> = ({ rows, name, onChange }) => {
  const [typed, setTyped] = useState(name);
  const parsed = simulateNameQuery.safeParse({ name: typed });
  const problem = typed !== '' && !parsed.success ? parsed.error.issues[0]?.message : undefined;
  return (
    <EuiPanel>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed === '' || parsed.success) onChange(typed);
        }}
      >
        <EuiCompressedFormRow
          fullWidth
          label={i18n.translate('watchkeeper.indexTemplates.whichLabel', {
            defaultMessage: 'Which template would an index or data stream of this name get?',
          })}
          isInvalid={problem !== undefined}
          error={problem}
        >
          <EuiFlexGroup gutterSize="s" responsive={false}>
            <EuiFlexItem>
              <EuiCompressedFieldText
                fullWidth
                value={typed}
                isInvalid={problem !== undefined}
                placeholder="logs-app-2026.11.22"
                onChange={(event) => setTyped(event.target.value.trim())}
                data-test-subj="whichName"
              />
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <EuiSmallButton
                type="submit"
                isDisabled={problem !== undefined}
                data-test-subj="whichShow"
              >
                {i18n.translate('watchkeeper.indexTemplates.whichButtonLabel', {
                  defaultMessage: 'Show',
                })}
              </EuiSmallButton>
            </EuiFlexItem>
          </EuiFlexGroup>
        </EuiCompressedFormRow>
      </form>
      {name !== '' && (
        <div aria-live="polite">
          <EuiSpacer size="m" />
          <Verdict rows={rows} name={name} />
          <EuiSpacer size="s" />
          <EuiAccordion
            id="whichSimulated"
            buttonContent={
              <EuiText size="s">
                {i18n.translate('watchkeeper.indexTemplates.wouldGetLabel', {
                  defaultMessage: 'What it would get',
                })}
              </EuiText>
            }
            initialIsOpen
          >
            <EuiSpacer size="s" />
            <Simulated name={name} />
          </EuiAccordion>
        </div>
      )}
    </EuiPanel>
  );
};
