import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { templateRow } from '../../../common/indices/index_templates/read_template';
import type { TemplateRow } from '../../../common/indices/index_templates/api';
import { rankFault, rivalsOf } from '../../../common/indices/index_templates/which_template';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import type { EditedDocument } from '../parts/use_document';

/** A name that a pattern takes in. */
const sampleOf = (pattern: string): string => pattern.replace(/\*/g, '000001');

const verdictOf = (mine: number, theirs: number): string =>
  mine > theirs
    ? i18n.translate('watchkeeper.indexTemplates.winsText', {
        defaultMessage: 'this one wins over it',
      })
    : i18n.translate('watchkeeper.indexTemplates.losesText', {
        defaultMessage: 'it wins over this one',
      });

/** Other templates that can match the same names: those of the same priority must not be. */
export const Rivals: React.FC<{
  name: string;
  document: EditedDocument;
  rows: readonly TemplateRow[];
}> = ({ name, document: { body }, rows }) => {
  const draft = templateRow(name, 'composable', body);
  const fault = rankFault(draft, rows);
  const others = rivalsOf(draft, rows).filter(({ row }) => row.priority !== draft.priority);
  const [pattern] = draft.index_patterns;
  return (
    <div aria-live="polite">
      {fault !== undefined && (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            title={i18n.translate('watchkeeper.indexTemplates.sameRankTitle', {
              defaultMessage: 'The cluster will refuse this priority',
            })}
            data-test-subj="sameRank"
          >
            <p className="eui-textBreakWord">{fault}</p>
          </EuiCallOut>
        </>
      )}
      {others.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <EuiText size="s" data-test-subj="rivals">
            {i18n.translate('watchkeeper.indexTemplates.rivalsText', {
              defaultMessage: 'Other templates can match the same names:',
            })}
            <ul>
              {others.map(({ row, patterns: [[, theirs]] }) => (
                <li key={row.name} className="eui-textBreakWord">
                  <PageLink to={appPaths.indexTemplate(row.name)}>{row.name}</PageLink>{' '}
                  {i18n.translate('watchkeeper.indexTemplates.rivalText', {
                    defaultMessage: '({pattern}, priority {priority}): {verdict}',
                    values: {
                      pattern: theirs,
                      priority: row.priority,
                      verdict: verdictOf(draft.priority, row.priority),
                    },
                  })}
                </li>
              ))}
            </ul>
          </EuiText>
        </>
      )}
      {pattern !== undefined && (
        <>
          <EuiSpacer size="s" />
          <EuiText size="s">
            <PageLink
              to={appPaths.policyOfName(sampleOf(pattern))}
              data-test-subj="policyOfPattern"
            >
              {i18n.translate('watchkeeper.indexTemplates.policyOfPatternLabel', {
                defaultMessage: 'Which index policy takes in {name}',
                values: { name: sampleOf(pattern) },
              })}
            </PageLink>
          </EuiText>
        </>
      )}
    </div>
  );
};
