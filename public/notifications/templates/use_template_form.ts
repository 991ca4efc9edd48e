import { useState } from 'react';
import { i18n } from '@osd/i18n';
import { WatchkeeperError } from '../../../common/errors';
import type { FieldProblem } from '../../../common/errors';
import type { TemplateRecord } from '../../../common/notifications/shared_templates_api';
import { parseSharedTemplate } from '../../../common/notifications/templates/shared/shared_template';
import type { SharedTemplate } from '../../../common/notifications/templates/shared/shared_template';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { useServices } from '../../shared/services';
import { useToasts } from '../../shared/toasts';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import { useSaveTemplate } from './template_queries';

type Form = Required<SharedTemplate>;

export interface TemplateFormState {
  form: Form;
  change: (changes: Partial<Form>) => void;
  /** What is wrong with a field, once somebody has tried to save. */
  problemsAt: (field: keyof Form) => string[];
  save: () => void;
  isSaving: boolean;
  /** What the server said, where it stands at no field. */
  refusal?: string;
}

const EMPTY: Form = { name: '', description: '', subject: '', message: '' };

/** Blank fields are left out. */
const textsOf = ({ description, subject, message }: Form): Omit<SharedTemplate, 'name'> => ({
  ...(description.trim() === '' ? {} : { description: description.trim() }),
  ...(subject.trim() === '' ? {} : { subject }),
  message,
});

/** The server says the same, and more. */
const problemsOf = (template: SharedTemplate): FieldProblem[] => {
  try {
    parseSharedTemplate(template);
    return [];
  } catch (error) {
    if (error instanceof WatchkeeperError) return error.details.problems ?? [];
    throw error;
  }
};

/** The form of a template, and how it is saved. */
export const useTemplateForm = (record?: TemplateRecord): TemplateFormState => {
  const stored = { ...EMPTY, ...record?.template };
  const [form, setForm] = useState<Form>(stored);
  const [said, setSaid] = useState<FieldProblem[]>([]);
  const [tried, setTried] = useState(false);
  const saving = useSaveTemplate();
  const { history } = useServices();
  const goTo = useGoTo();
  const toasts = useToasts();
  useUnsavedGuard(JSON.stringify(form) !== JSON.stringify(stored));

  const texts = textsOf(form);
  const template = { name: form.name.trim(), ...texts };
  const problems = tried ? [...problemsOf(template), ...said] : [];

  const onSaved = () => {
    // What was typed is saved now: leaving needs no question.
    history.disarm();
    toasts.success(
      i18n.translate('watchkeeper.templates.savedTitle', {
        defaultMessage: '“{name}” is saved',
        values: { name: template.name },
      })
    );
    goTo(appPaths.templates());
  };

  const save = () => {
    setTried(true);
    if (problemsOf(template).length > 0) return;
    saving.mutate(
      record
        ? { kind: 'update', id: record.id, changes: { ...texts, version: record.version } }
        : { kind: 'create', template },
      { onSuccess: onSaved, onError: (error) => setSaid(error.problems) }
    );
  };

  const { error } = saving;
  return {
    form,
    change: (changes) => {
      setForm({ ...form, ...changes });
      setSaid([]);
    },
    problemsAt: (field) =>
      problems.filter((problem) => problem.field === field).map(({ message }) => message),
    save,
    isSaving: saving.isLoading,
    ...(error && error.problems.length === 0 ? { refusal: error.message } : {}),
  };
};
