import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiCompressedTextArea,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import type { AliasBody } from '../../../common/indices/page/edits';
import { isRecord } from '../../../common/json/record';
import { EditError } from './edit_error';
import { useEdit } from './use_edit';

interface Draft {
  name: string;
  writing: '' | 'true' | 'false';
  filter: string;
  index_routing: string;
  search_routing: string;
}

const draftOf = (name: string, body: AliasBody): Draft => ({
  name,
  writing: body.is_write_index === undefined ? '' : body.is_write_index ? 'true' : 'false',
  filter: body.filter ? JSON.stringify(body.filter, null, 2) : '',
  index_routing: body.index_routing ?? '',
  search_routing: body.search_routing ?? '',
});

/** Undefined where the filter cannot be read. */
const bodyOf = (draft: Draft, isHidden: boolean | undefined): AliasBody | undefined => {
  let filter: unknown;
  try {
    filter = draft.filter.trim() === '' ? undefined : JSON.parse(draft.filter);
  } catch {
    return undefined;
  }
  if (filter !== undefined && !isRecord(filter)) return undefined;
  return {
    ...(filter === undefined ? {} : { filter }),
    ...(draft.index_routing === '' ? {} : { index_routing: draft.index_routing }),
    ...(draft.search_routing === '' ? {} : { search_routing: draft.search_routing }),
    ...(draft.writing === '' ? {} : { is_write_index: draft.writing === 'true' }),
    ...(isHidden === undefined ? {} : { is_hidden: isHidden }),
  };
};

const isWriting = (text: string): text is Draft['writing'] => ['', 'true', 'false'].includes(text);

const labels = () => ({
  name: i18n.translate('watchkeeper.indices.aliasNameLabel', { defaultMessage: 'Alias' }),
  writing: i18n.translate('watchkeeper.indices.writeIndexColumn', { defaultMessage: 'Writing' }),
  filter: i18n.translate('watchkeeper.indices.aliasFilterLabel', {
    defaultMessage: 'Filter: a query as JSON; empty for all documents',
  }),
  index_routing: i18n.translate('watchkeeper.indices.indexRoutingLabel', {
    defaultMessage: 'Routing of writes',
  }),
  search_routing: i18n.translate('watchkeeper.indices.searchRoutingLabel', {
    defaultMessage: 'Routing of searches',
  }),
});

const writingOptions = () => [
  {
    value: '',
    text: i18n.translate('watchkeeper.indices.writingUnsaidLabel', {
      defaultMessage: 'Not said: written to while it is the only index',
    }),
  },
  {
    value: 'true',
    text: i18n.translate('watchkeeper.indices.isWriteIndexLabel', {
      defaultMessage: 'Written through this index',
    }),
  },
  {
    value: 'false',
    text: i18n.translate('watchkeeper.indices.isNoWriteIndexLabel', {
      defaultMessage: 'Read only',
    }),
  },
];

const Fields: React.FC<{
  draft: Draft;
  isNew: boolean;
  isFilterBad: boolean;
  onChange: (changes: Partial<Draft>) => void;
}> = ({ draft, isNew, isFilterBad, onChange }) => {
  const label = labels();
  return (
    <>
      <EuiFlexGroup gutterSize="s">
        <EuiFlexItem>
          <EuiCompressedFormRow label={label.name} fullWidth>
            <EuiCompressedFieldText
              fullWidth
              value={draft.name}
              disabled={!isNew}
              onChange={(event) => onChange({ name: event.target.value })}
              data-test-subj="aliasName"
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiCompressedFormRow label={label.writing} fullWidth>
            <EuiCompressedSelect
              fullWidth
              options={writingOptions()}
              value={draft.writing}
              onChange={({ target: { value } }) => isWriting(value) && onChange({ writing: value })}
              data-test-subj="aliasWriting"
            />
          </EuiCompressedFormRow>
        </EuiFlexItem>
        {(['index_routing', 'search_routing'] as const).map((field) => (
          <EuiFlexItem key={field}>
            <EuiCompressedFormRow label={label[field]} fullWidth>
              <EuiCompressedFieldText
                fullWidth
                value={draft[field]}
                onChange={(event) => onChange({ [field]: event.target.value })}
                data-test-subj={`alias-${field}`}
              />
            </EuiCompressedFormRow>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <EuiCompressedFormRow
        label={label.filter}
        fullWidth
        isInvalid={isFilterBad}
        error={
          isFilterBad
            ? i18n.translate('watchkeeper.indices.aliasFilterErrorText', {
                defaultMessage: 'Write one query as a JSON object.',
              })
            : undefined
        }
      >
        <EuiCompressedTextArea
          fullWidth
          rows={3}
          value={draft.filter}
          isInvalid={isFilterBad}
          placeholder={'{ "term": { "team": "a" } }'}
          onChange={(event) => onChange({ filter: event.target.value })}
          data-test-subj="aliasFilter"
        />
      </EuiCompressedFormRow>
    </>
  );
};

/** A new alias of an index, or one that it has. */
export const AliasForm: React.FC<{
  index: string;
  alias: { name: string; body: AliasBody } | undefined;
  reload: () => Promise<unknown>;
  onClose: () => void;
}> = ({ index, alias, reload, onClose }) => {
  const [draft, setDraft] = useState(() => draftOf(alias?.name ?? '', alias?.body ?? {}));
  const editing = useEdit(index);
  const body = bodyOf(draft, alias?.body.is_hidden);
  const save = async (): Promise<void> => {
    if (!body) return;
    const done = i18n.translate('watchkeeper.indices.aliasSavedText', {
      defaultMessage: 'The alias {name} is saved',
      values: { name: draft.name },
    });
    const seen = alias ? { ...alias.body } : null;
    if (await editing.send({ edit: 'put_alias', alias: draft.name, body, seen }, done)) onClose();
  };
  return (
    <>
      <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
        <EditError
          error={editing.error}
          onReload={() => {
            onClose();
            void reload();
          }}
        />
        <Fields
          draft={draft}
          isNew={alias === undefined}
          isFilterBad={body === undefined}
          onChange={(changes) => setDraft({ ...draft, ...changes })}
        />
        <EuiSpacer size="s" />
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiSmallButton
              fill
              isDisabled={draft.name.trim() === '' || !body}
              isLoading={editing.isBusy}
              onClick={() => void save()}
              data-test-subj="aliasSave"
            >
              {i18n.translate('watchkeeper.indices.aliasSaveButtonLabel', {
                defaultMessage: 'Save alias',
              })}
            </EuiSmallButton>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiSmallButtonEmpty onClick={onClose}>
              {i18n.translate('watchkeeper.indices.cancelButtonLabel', {
                defaultMessage: 'Cancel',
              })}
            </EuiSmallButtonEmpty>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiPanel>
      <EuiSpacer size="m" />
    </>
  );
};
