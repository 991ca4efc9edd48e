import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBasicTable, EuiCallOut, EuiSpacer } from '@elastic/eui';
import type {
  ExcludingTemplate,
  Standing,
  StandingTemplate,
} from '../../../common/lifecycle/templates/explain_name';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import type { Answer } from './name_state';
import { saidOf, standingLabel } from './name_words';

type Row = StandingTemplate | ExcludingTemplate;

const COLORS: Record<Standing, string> = {
  ...{ wins: 'success', loses: 'hollow', tied: 'danger', too_new: 'warning' },
};

const StandingBadge: React.FC<{ row: Row }> = ({ row }) =>
  'standing' in row ? (
    <EuiBadge color={COLORS[row.standing]}>{standingLabel(row.standing)}</EuiBadge>
  ) : (
    <EuiBadge color="hollow">
      {i18n.translate('watchkeeper.lifecycle.names.excludedLabel', {
        defaultMessage: 'Left out by “{exclusion}”',
        values: { exclusion: row.exclusion },
      })}
    </EuiBadge>
  );

/** A policy by its id; one that is not saved has no page. */
export const PolicyName: React.FC<{ id: string; saved: ReadonlySet<string> }> = ({ id, saved }) =>
  saved.has(id) ? (
    <PageLink to={appPaths.policy(id)} className="eui-textBreakWord">
      {id}
    </PageLink>
  ) : (
    <span className="eui-textBreakWord">{id}</span>
  );

const columns = (saved: ReadonlySet<string>) => [
  {
    name: i18n.translate('watchkeeper.lifecycle.names.policyColumn', { defaultMessage: 'Policy' }),
    render: ({ policy_id: id }: Row) => <PolicyName id={id} saved={saved} />,
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.names.patternsColumn', {
      defaultMessage: 'Patterns',
    }),
    render: ({ index_patterns: patterns }: Row) => (
      <span className="eui-textBreakWord">{patterns.join(', ')}</span>
    ),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.names.priorityColumn', {
      defaultMessage: 'Priority',
    }),
    width: '70px',
    render: ({ priority }: Row) => String(priority),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.names.savedColumn', {
      defaultMessage: 'Saved',
    }),
    width: '150px',
    render: ({ policy_id: id, last_updated_time: at }: Row) =>
      at === undefined && !saved.has(id)
        ? i18n.translate('watchkeeper.lifecycle.names.notSavedLabel', {
            defaultMessage: 'Not saved',
          })
        : ((<Timestamp value={at} wrap />) as React.ReactNode),
  },
  {
    name: i18n.translate('watchkeeper.lifecycle.names.standingColumn', {
      defaultMessage: 'How it stands',
    }),
    width: '170px',
    render: (row: Row) => <StandingBadge row={row} />,
  },
];

/** Which policy takes in a name and why, which others match, and which leave it out. */
export const NameAnswer: React.FC<{
  name: string;
  answer: Answer;
  saved: ReadonlySet<string>;
}> = ({ name, answer, saved }) => {
  const { templates, excluded, outcome, new_one: next } = answer.explained;
  const { title, text, color } = saidOf(answer);
  const stream = answer.index?.data_stream;
  const rows: Row[] = [...templates, ...excluded];
  return (
    <>
      <div aria-live="polite">
        <EuiCallOut size="s" color={color} title={title} data-test-subj="nameOutcome">
          <p>
            {text}
            {stream !== undefined && (
              <>
                {' '}
                {i18n.translate('watchkeeper.lifecycle.names.streamText', {
                  defaultMessage:
                    'It belongs to the data stream “{stream}”, and is matched by the name of that.',
                  values: { stream },
                })}
              </>
            )}
            {outcome.kind === 'too_old' && (
              <>
                {' '}
                <PageLink
                  to={appPaths.applyPolicy({ indices: name, ...(next ? { policy: next } : {}) })}
                >
                  {i18n.translate('watchkeeper.lifecycle.names.applyLink', {
                    defaultMessage: 'Apply a policy',
                  })}
                </PageLink>
              </>
            )}
          </p>
        </EuiCallOut>
      </div>
      {rows.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <EuiBasicTable<Row>
            items={rows}
            compressed
            tableCaption={i18n.translate('watchkeeper.lifecycle.names.templatesCaption', {
              defaultMessage: 'Templates with a pattern that matches {name}',
              values: { name },
            })}
            columns={columns(saved)}
            data-test-subj="nameTemplates"
          />
        </>
      )}
    </>
  );
};
