import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiButtonGroup,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButton,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import type { IndexDetail } from '../../../common/indices/indices_api';
import {
  readSettings,
  settingChanges,
  settingsOfKind,
} from '../../../common/indices/page/settings';
import type { FlatSettings } from '../../../common/indices/page/settings';
import { CodeEditor } from '../../shared/code_editor';
import { DiffView } from '../../shared/diff_view';
import { useMay } from '../../shared/plugin_status';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { EditError } from './edit_error';
import { FixedSettings } from './fixed_settings';
import { SettingsForm } from './settings_form';
import { useEdit } from './use_edit';

const textOf = (settings: FlatSettings): string => JSON.stringify(settings, null, 2);

const nowLabel = (): string =>
  i18n.translate('watchkeeper.indices.settingsNowLabel', { defaultMessage: 'As it is' });
const thenLabel = (): string =>
  i18n.translate('watchkeeper.indices.settingsThenLabel', { defaultMessage: 'After saving' });
const jsonLabel = (): string =>
  i18n.translate('watchkeeper.indices.settingsJsonLabel', {
    defaultMessage: 'Settings that can be changed, as JSON',
  });

/** Those that can be changed while the index is as it is. */
const editable = ({ settings, row }: IndexDetail): FlatSettings => ({
  ...settingsOfKind(settings, 'dynamic'),
  ...(row.status === 'close' ? settingsOfKind(settings, 'closed') : {}),
});

const saveLabel = (count: number): string =>
  count === 0
    ? i18n.translate('watchkeeper.indices.settingsSaveLabel', { defaultMessage: 'Save' })
    : i18n.translate('watchkeeper.indices.settingsSaveButtonLabel', {
        defaultMessage: 'Save {count, plural, one {# change} other {# changes}}',
        values: { count },
      });

type View = 'form' | 'json' | 'diff';

const views = (): Array<{ id: View; label: string }> => [
  {
    id: 'form',
    label: i18n.translate('watchkeeper.indices.settingsFormView', { defaultMessage: 'Form' }),
  },
  {
    id: 'json',
    label: i18n.translate('watchkeeper.indices.settingsJsonView', { defaultMessage: 'JSON' }),
  },
  {
    id: 'diff',
    label: i18n.translate('watchkeeper.indices.settingsDiffView', {
      defaultMessage: 'What changes',
    }),
  },
];

const isView = (text: string): text is View => ['form', 'json', 'diff'].includes(text);

/** What is edited: one text, which the form reads and writes as well. */
const useDraft = (detail: IndexDetail) => {
  const now = useMemo(() => editable(detail), [detail]);
  const [seen, setSeen] = useState(now);
  const [text, setText] = useState(() => textOf(now));
  const read = useMemo(() => readSettings(text), [text]);
  const changes = read.settings ? settingChanges(seen, read.settings) : {};
  const begin = (from: FlatSettings) => {
    setSeen(from);
    setText(textOf(from));
  };
  /** Keeps what was written, and goes on from what stands there now. */
  const goOnFrom = (from: FlatSettings) => {
    const merged: Record<string, FlatSettings[string]> = { ...from };
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) delete merged[name];
      else merged[name] = value;
    }
    setSeen(from);
    setText(textOf(merged));
  };
  const count = Object.keys(changes).length;
  return { seen, text, setText, read, changes, count, begin, goOnFrom };
};

/** The settings of an index: those that can be changed by form or as JSON, and why the others cannot. */
export const SettingsTab: React.FC<{
  detail: IndexDetail;
  /** Reads the index anew. */
  reload: () => Promise<IndexDetail | undefined>;
}> = ({ detail, reload }) => {
  const { name } = detail.row;
  const [view, setView] = useState<View>('form');
  const draft = useDraft(detail);
  const editing = useEdit(name);
  const mayWrite = useMay('write');
  const { settings: read, problem } = draft.read;
  const isDirty = draft.count > 0 || problem !== undefined;
  useUnsavedGuard(isDirty);
  const save = async (): Promise<void> => {
    const { changes, seen } = draft;
    const text = i18n.translate('watchkeeper.indices.settingsSavedText', {
      defaultMessage: 'The settings of {name} are changed',
      values: { name },
    });
    if (!(await editing.send({ edit: 'settings', changes, seen }, text))) return;
    const fresh = await reload();
    if (fresh) draft.begin(editable(fresh));
    setView('form');
  };
  const goOn = async (): Promise<void> => {
    const fresh = await reload();
    if (!fresh) return;
    draft.goOnFrom(editable(fresh));
    editing.forget();
    setView('diff');
  };
  return (
    <div data-test-subj="indexSettings">
      <EditError error={editing.error} onReload={() => void goOn()} />
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButtonGroup
            legend={i18n.translate('watchkeeper.indices.settingsViewLegend', {
              defaultMessage: 'How the settings are shown',
            })}
            options={views()}
            idSelected={view}
            onChange={(id) => isView(id) && setView(id)}
            buttonSize="compressed"
            data-test-subj="settingsViews"
          />
        </EuiFlexItem>
        <EuiFlexItem />
        {mayWrite && (
          <>
            <EuiFlexItem grow={false}>
              <EuiSmallButtonEmpty
                isDisabled={!isDirty}
                onClick={() => draft.begin(draft.seen)}
                data-test-subj="settingsReset"
              >
                {i18n.translate('watchkeeper.indices.settingsResetButtonLabel', {
                  defaultMessage: 'Discard changes',
                })}
              </EuiSmallButtonEmpty>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <EuiSmallButton
                fill
                isDisabled={draft.count === 0}
                isLoading={editing.isBusy}
                onClick={() => void save()}
                data-test-subj="settingsSave"
              >
                {saveLabel(draft.count)}
              </EuiSmallButton>
            </EuiFlexItem>
          </>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {view === 'form' && read && (
        <SettingsForm
          settings={read}
          defaults={detail.defaults}
          isDisabled={!mayWrite}
          onChange={(settings) => draft.setText(textOf(settings))}
        />
      )}
      {(view === 'json' || !read) && (
        <CodeEditor
          value={draft.text}
          onChange={draft.setText}
          language="json"
          ariaLabel={jsonLabel()}
          readOnly={!mayWrite}
          problems={problem === undefined ? [] : [{ message: problem }]}
          minHeight="200px"
          maxHeight="50vh"
          data-test-subj="settingsJson"
        />
      )}
      {view === 'diff' && read && (
        <DiffView
          before={textOf(draft.seen)}
          after={textOf(read)}
          beforeLabel={nowLabel()}
          afterLabel={thenLabel()}
          foldUnchanged
        />
      )}
      <EuiSpacer size="m" />
      <FixedSettings settings={detail.settings} isOpen={detail.row.status === 'open'} />
    </div>
  );
};
