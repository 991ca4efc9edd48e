import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { FieldProblem } from '../../../common/errors';
import type { TemplateBody } from '../../../common/indices/index_templates/api';
import { templateNameFault } from '../../../common/indices/names/patterns';
import type { AppPath } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { useToasts } from '../../shared/toasts';
import type { SaveDocument } from './document_queries';
import { NameField, faultsAt } from './document_fields';
import type { DocumentView } from './document_views';
import { useDocument } from './use_document';
import type { EditedDocument } from './use_document';

interface EditorOptions<T> {
  /** Its name, where it is stored; absent for a new one. */
  stored: string | undefined;
  initial: TemplateBody;
  save: SaveDocument<T>;
  check: (body: TemplateBody) => readonly FieldProblem[];
  /** What is wrong with it beside others, which the form shows by itself. */
  checkBesideOthers?: (name: string, body: TemplateBody) => readonly FieldProblem[];
  savedText: (name: string) => string;
  /** Where to go once it is saved or deleted. */
  list: AppPath;
}

export interface DocumentEditor {
  document: EditedDocument;
  name: string;
  /** Absent for one that is stored, and keeps its name. */
  nameField?: React.ReactElement;
  views: { view: DocumentView; onView: (view: DocumentView) => void };
  /** What is wrong in the fields, once saving was tried. */
  shown: readonly FieldProblem[];
  /** For the page: why it is not saved. */
  refusal: { error: SaveDocument<unknown>['error']; problems: readonly FieldProblem[] };
  actions: React.ReactElement[];
  /** Given while what changes is shown before it is saved. */
  comparing?: { isSaving: boolean; onSave: () => void; onClose: () => void };
  /** Given while the deletion is asked about. */
  deleting?: { onClose: () => void; onDeleted: () => void };
}

const Buttons = {
  remove: (onClick: () => void) => (
    <EuiSmallButton key="delete" color="danger" onClick={onClick} data-test-subj="deleteTemplate">
      {i18n.translate('watchkeeper.indexTemplates.deleteLabel', { defaultMessage: 'Delete' })}
    </EuiSmallButton>
  ),
  save: (isDisabled: boolean, isLoading: boolean, onClick: () => void) => (
    <EuiSmallButton
      key="save"
      fill
      isDisabled={isDisabled}
      isLoading={isLoading}
      onClick={onClick}
      data-test-subj="saveTemplate"
    >
      {i18n.translate('watchkeeper.indexTemplates.saveLabel', { defaultMessage: 'Save' })}
    </EuiSmallButton>
  ),
};

/** The states of an editor of one template: it is checked, compared with what is stored, saved or deleted. */
export const useEditor = <T,>({
  stored,
  initial,
  save,
  check,
  checkBesideOthers = () => [],
  savedText,
  list,
}: EditorOptions<T>): DocumentEditor => {
  const [typedName, setName] = useState('');
  const [view, setView] = useState<DocumentView>('form');
  const [hasTried, setTried] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const document = useDocument(initial, typedName !== '');
  const goTo = useGoTo();
  const toasts = useToasts();
  const mayWrite = useMay('write');
  const { body, isDirty, isBroken, release } = document;
  const name = stored ?? typedName;
  const nameFault = stored === undefined ? templateNameFault(name) : undefined;
  const problems = [
    ...(nameFault === undefined ? [] : [{ field: 'name', message: nameFault }]),
    ...check(body),
  ];
  const besideOthers = checkBesideOthers(name, body);
  const shown = hasTried ? [...problems, ...(save.error?.problems ?? [])] : [];
  const leave = () => {
    release();
    goTo(list);
  };
  const send = () =>
    save.mutate(
      { name, body, ...(stored === undefined ? {} : { seen: initial }) },
      {
        onSuccess: () => {
          release();
          toasts.success(savedText(name));
          goTo(list);
        },
        onError: () => setComparing(false),
      }
    );
  const onSave = () => {
    setTried(true);
    if (problems.length > 0 || besideOthers.length > 0) save.reset();
    else if (stored === undefined) send();
    else setComparing(true);
  };
  const isNew = stored === undefined;
  const actions = [
    ...(isNew ? [] : [Buttons.remove(() => setDeleting(true))]),
    Buttons.save(isBroken || (!isNew && !isDirty), save.isLoading, onSave),
  ];
  return {
    ...{ document, name, shown, views: { view, onView: setView } },
    refusal: { error: save.error, problems: hasTried ? [...shown, ...besideOthers] : shown },
    actions: mayWrite ? actions : [],
    ...(isNew && {
      nameField: (
        <>
          <EuiPanel>
            <NameField name={typedName} onChange={setName} faults={faultsAt(shown, 'name')} />
          </EuiPanel>
          <EuiSpacer size="m" />
        </>
      ),
    }),
    ...(isComparing && {
      comparing: { isSaving: save.isLoading, onSave: send, onClose: () => setComparing(false) },
    }),
    ...(isDeleting && { deleting: { onClose: () => setDeleting(false), onDeleted: leave } }),
  };
};
