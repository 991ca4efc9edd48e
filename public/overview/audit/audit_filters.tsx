import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiCompressedSelect, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { AUDITED_ACTS } from '../../../common/audit/entry';
import { SearchField } from '../../shared/search_field';
import { queryOf } from './audit_query';
import type { AuditState, ChangeAudit } from './audit_query';
import { actLabel } from './audit_words';

const WhatFilter: React.FC<{ state: AuditState; onChange: ChangeAudit }> = ({
  state,
  onChange,
}) => (
  <EuiCompressedSelect
    options={[
      {
        value: '',
        text: i18n.translate('watchkeeper.audit.everythingLabel', { defaultMessage: 'Everything' }),
      },
      ...AUDITED_ACTS.map((what) => ({ value: what, text: actLabel(what) })),
    ]}
    value={queryOf(state).what ?? ''}
    onChange={(event) => onChange({ what: event.target.value, page: 1 })}
    aria-label={i18n.translate('watchkeeper.audit.whatFilterAriaLabel', {
      defaultMessage: 'Filter by what was done',
    })}
    data-test-subj="auditWhatFilter"
  />
);

/** The one object that the list is narrowed to, and how to be rid of it. */
const ObjectFilter: React.FC<{ state: AuditState; onChange: ChangeAudit }> = ({
  state: { object_id: id },
  onChange,
}) =>
  id === '' ? null : (
    <EuiBadge
      color="hollow"
      iconType="cross"
      iconSide="right"
      iconOnClick={() => onChange({ object_id: '', page: 1 })}
      iconOnClickAriaLabel={i18n.translate('watchkeeper.audit.removeObjectAriaLabel', {
        defaultMessage: 'Show all objects',
      })}
      data-test-subj="auditObjectFilter"
    >
      {i18n.translate('watchkeeper.audit.objectFilterLabel', {
        defaultMessage: 'Object: {id}',
        values: { id },
      })}
    </EuiBadge>
  );

/** Search and filters; all of them live in the URL. */
export const AuditFilters: React.FC<{ state: AuditState; onChange: ChangeAudit }> = ({
  state,
  onChange,
}) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
    <EuiFlexItem style={{ minWidth: 220 }}>
      <SearchField
        value={state.search}
        onChange={(search) => onChange({ search, page: 1 })}
        label={i18n.translate('watchkeeper.audit.searchLabel', {
          defaultMessage: 'Search by person, object or note',
        })}
        data-test-subj="auditSearch"
      />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <WhatFilter state={state} onChange={onChange} />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <ObjectFilter state={state} onChange={onChange} />
    </EuiFlexItem>
  </EuiFlexGroup>
);
