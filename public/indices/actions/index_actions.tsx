import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiHorizontalRule,
  EuiPopover,
  EuiSmallButton,
  EuiSpacer,
} from '@elastic/eui';
import type { ActAnswer, IndexAction } from '../../../common/indices/indices_api';
import { TASK_KINDS } from '../../../common/indices/tasks/task_record';
import type { TaskKindName } from '../../../common/indices/tasks/task_record';
import { useConfirm } from '../../shared/confirm';
import type { Question } from '../../shared/confirm';
import { useMay } from '../../shared/plugin_status';
import { useToasts } from '../../shared/toasts';
import { useAct } from '../index_queries';
import { useGoBegin } from '../tasks/handed_indices';
import { KIND_ICONS, kindLabel } from '../tasks/task_words';
import { VERBS, VERB_ICONS, doneText, verbLabel } from './action_words';
import type { Verb } from './action_words';
import { DeleteDialog } from './delete_dialog';

export type Failures = ActAnswer['failed'];

/** Those that make one index of another. */
const OF_ONE: readonly TaskKindName[] = ['clone', 'shrink', 'split', 'rollover'];

const kindsFor = (indices: readonly string[]): readonly TaskKindName[] =>
  indices.length === 1 ? TASK_KINDS : TASK_KINDS.filter((kind) => !OF_ONE.includes(kind));

const longLabel = (kind: TaskKindName): string =>
  i18n.translate('watchkeeper.indices.longAction', {
    defaultMessage: '{action}…',
    values: { action: kindLabel(kind) },
  });

const Rule: React.FC = () => <EuiHorizontalRule margin="none" />;

const Menu: React.FC<{
  isBusy: boolean;
  kinds: readonly TaskKindName[];
  onChoose: (verb: Verb) => void;
  onLong: (kind: TaskKindName) => void;
}> = ({ isBusy, kinds, onChoose, onLong }) => {
  const [isOpen, setOpen] = useState(false);
  const item = (mark: string, label: string, icon: string, act: () => void) => (
    <EuiContextMenuItem
      key={mark}
      icon={icon}
      onClick={() => {
        setOpen(false);
        act();
      }}
      data-test-subj={`indexAction-${mark}`}
    >
      {label}
    </EuiContextMenuItem>
  );
  const quick = (verb: Verb) => item(verb, verbLabel(verb), VERB_ICONS[verb], () => onChoose(verb));
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      anchorPosition="downRight"
      button={
        <EuiSmallButton
          iconType="arrowDown"
          iconSide="right"
          isLoading={isBusy}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="indexActions"
        >
          {i18n.translate('watchkeeper.indices.actionsButtonLabel', { defaultMessage: 'Actions' })}
        </EuiSmallButton>
      }
    >
      <EuiContextMenuPanel
        size="s"
        items={[
          ...VERBS.filter((verb) => verb !== 'delete').map(quick),
          <Rule key="before-long" />,
          ...kinds.map((kind) => item(kind, longLabel(kind), KIND_ICONS[kind], () => onLong(kind))),
          <Rule key="before-delete" />,
          quick('delete'),
        ]}
      />
    </EuiPopover>
  );
};

/** What makes an index useless for those who read or write it is asked about. */
const questionBefore = (verb: Verb, indices: readonly string[]): Question | undefined => {
  const values = { count: indices.length };
  const rest = { items: [...indices], confirmLabel: verbLabel(verb) };
  if (verb === 'close') {
    return {
      ...rest,
      title: i18n.translate('watchkeeper.indices.closeTitle', {
        defaultMessage: 'Close {count, plural, one {# index} other {# indices}}?',
        values,
      }),
      text: i18n.translate('watchkeeper.indices.closeText', {
        defaultMessage: 'A closed index can be neither searched nor written until it is opened.',
      }),
    };
  }
  if (verb !== 'read_only') return undefined;
  return {
    ...rest,
    title: i18n.translate('watchkeeper.indices.readOnlyTitle', {
      defaultMessage: 'Make {count, plural, one {# index} other {# indices}} read-only?',
      values,
    }),
    text: i18n.translate('watchkeeper.indices.readOnlyText', {
      defaultMessage: 'Whoever writes to it is refused until it is made writable again.',
    }),
  };
};

/** What can be done to some indices, with the questions before it. Nothing for those who may not. */
export const IndexActions: React.FC<{
  indices: readonly string[];
  /** After each, also where some failed. */
  onDone: (verb: Verb, answer: ActAnswer) => void;
}> = ({ indices, onDone }) => {
  const [isDeleting, setDeleting] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const act = useAct();
  const confirm = useConfirm();
  const toasts = useToasts();
  const mayWrite = useMay('write');
  const goBegin = useGoBegin();

  const perform = async (what: IndexAction): Promise<void> => {
    const answer = await act(indices, what);
    if (answer.done.length > 0) toasts.success(doneText(what.action, answer.done.length));
    onDone(what.action, answer);
  };
  const run = async (what: IndexAction): Promise<void> => {
    setBusy(true);
    try {
      await perform(what);
    } catch (error) {
      toasts.failure(
        i18n.translate('watchkeeper.indices.actErrorTitle', {
          defaultMessage: 'The action failed',
        }),
        error
      );
    } finally {
      setBusy(false);
    }
  };
  const choose = async (verb: Verb): Promise<void> => {
    if (verb === 'delete') {
      setDeleting(true);
      return;
    }
    const question = questionBefore(verb, indices);
    if (question && !(await confirm(question))) return;
    await run({ action: verb });
  };
  if (!mayWrite) return null;
  return (
    <>
      <Menu
        isBusy={isBusy}
        kinds={kindsFor(indices)}
        onChoose={(verb) => void choose(verb)}
        onLong={(kind) => goBegin(kind, indices)}
      />
      {isDeleting && (
        <DeleteDialog
          indices={indices}
          onClose={() => setDeleting(false)}
          onDelete={(word) => perform({ action: 'delete', confirm: word })}
        />
      )}
    </>
  );
};

/** What failed, each with the cluster's reason. Stays until it is put away. */
export const ActFailures: React.FC<{ failures: Failures; onClear: () => void }> = ({
  failures,
  onClear,
}) =>
  failures.length === 0 ? null : (
    <>
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        title={i18n.translate('watchkeeper.indices.failuresTitle', {
          defaultMessage: 'It failed for {count, plural, one {# index} other {# indices}}',
          values: { count: failures.length },
        })}
        role="alert"
        data-test-subj="actFailures"
      >
        <ul style={{ maxHeight: 200, overflowY: 'auto' }} className="eui-textBreakWord">
          {failures.map(({ index, reason }) => (
            <li key={index}>
              <strong>{index}</strong>: {reason}
            </li>
          ))}
        </ul>
        <EuiSpacer size="s" />
        <EuiSmallButton color="danger" onClick={onClear}>
          {i18n.translate('watchkeeper.indices.dismissButtonLabel', { defaultMessage: 'Dismiss' })}
        </EuiSmallButton>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
