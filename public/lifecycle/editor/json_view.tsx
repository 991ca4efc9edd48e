import React, { useRef } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButtonEmpty, EuiSpacer } from '@elastic/eui';
import { formatJson } from '../../../common/json/format_json';
import { canonicalText } from '../../../common/lifecycle/policy/canonical';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Sentence } from '../../../common/sentence';
import { textOf } from '../../saved_objects/import_file';
import { CodeEditor } from '../../shared/code_editor';
import type { CodeEditorProps, EditorProblem } from '../../shared/code_editor';
import { jsonPlace } from '../../shared/json_place';
import type { PolicyDocument } from '../document/use_policy_document';

/** What is wrong, at its place in the text. */
export const problemsIn = (
  { text, read: { wrapper, problem } }: Pick<PolicyDocument, 'text' | 'read'>,
  findings: readonly Finding[],
  inWords: (said: Sentence) => string
): EditorProblem[] =>
  problem
    ? [problem]
    : findings.map(({ path, said, severity }) => ({
        ...jsonPlace(text, [...wrapper, ...path]),
        ...{ message: inWords(said), severity },
      }));

/** The text itself: typed, pasted, or from a file. */
export const JsonView: React.FC<{
  policy: PolicyDocument;
  problems: EditorProblem[];
  goTo: CodeEditorProps['goTo'];
  completion: CodeEditorProps['completion'];
}> = ({ policy: { text, read, write }, problems, goTo, completion }) => {
  const file = useRef<HTMLInputElement>(null);
  const open = async (chosen: File | undefined) => chosen && write(await textOf(chosen));
  const { body } = read;
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty
            iconType="folderOpen"
            onClick={() => file.current?.click()}
            data-test-subj="openFile"
          >
            {i18n.translate('watchkeeper.lifecycle.editor.openFileLabel', {
              defaultMessage: 'Open a file',
            })}
          </EuiSmallButtonEmpty>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label={i18n.translate('watchkeeper.lifecycle.editor.fileLabel', {
              defaultMessage: 'A file with a policy',
            })}
            onChange={({ target }) => {
              void open(target.files?.[0]);
              // The same file can be chosen again.
              target.value = '';
            }}
            data-test-subj="policyFile"
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty
            iconType="editorAlignLeft"
            isDisabled={!body}
            onClick={() => write(formatJson(text))}
          >
            {i18n.translate('watchkeeper.lifecycle.editor.formatLabel', {
              defaultMessage: 'Lay out',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiSmallButtonEmpty
            iconType="broom"
            isDisabled={!body}
            onClick={() => body && write(formatJson(canonicalText(body)))}
            data-test-subj="canonicalForm"
          >
            {i18n.translate('watchkeeper.lifecycle.editor.canonicalLabel', {
              defaultMessage: 'Canonical form',
            })}
          </EuiSmallButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <CodeEditor
        value={text}
        onChange={(next) => write(next, 'text')}
        language="json"
        ariaLabel={i18n.translate('watchkeeper.lifecycle.editor.jsonLabel', {
          defaultMessage: 'The policy as JSON',
        })}
        placeholder={'{ "policy": { … } }'}
        problems={problems}
        goTo={goTo}
        completion={completion}
        minHeight="320px"
        maxHeight="70vh"
        data-test-subj="policyJson"
      />
    </>
  );
};
