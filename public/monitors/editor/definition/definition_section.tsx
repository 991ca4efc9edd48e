import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton, EuiSpacer, EuiText } from '@elastic/eui';
import type { FieldProblem } from '../../../../common/errors';
import { CodeEditor } from '../../../shared/code_editor';
import { placedMessage } from '../json_lint';
import { Section } from '../section';
import type { DefinitionState } from './use_definition';

const EDITOR_HEIGHT = '560px';

const withField = ({ field, message, line, column }: FieldProblem): string =>
  placedMessage({ message: field === '' ? message : `${field}: ${message}`, line, column });

const Problems: React.FC<{ definition: DefinitionState }> = ({ definition }) => (
  <div role="status">
    {definition.problems.map((problem) => (
      <div
        key={`${problem.field} ${problem.message}`}
        className="euiFormErrorText"
        data-test-subj="definitionProblem"
      >
        {withField(problem)}
      </div>
    ))}
    {definition.blocked && (
      <>
        <EuiSpacer size="s" />
        <EuiText size="s">
          {i18n.translate('watchkeeper.editor.definitionBlockedText', {
            defaultMessage: 'Neither the form can show this nor can it be saved.',
          })}
        </EuiText>
        <EuiSpacer size="xs" />
        <EuiSmallButton onClick={definition.discard} data-test-subj="discardDefinitionButton">
          {i18n.translate('watchkeeper.editor.discardDefinitionButtonLabel', {
            defaultMessage: 'Back to what the form last showed',
          })}
        </EuiSmallButton>
      </>
    )}
  </div>
);

/** The whole monitor as JSON, with everything that the form has no field for. */
export const DefinitionSection: React.FC<{ definition: DefinitionState }> = ({ definition }) => {
  const title = i18n.translate('watchkeeper.editor.definitionTitle', {
    defaultMessage: 'Definition',
  });
  return (
    <Section
      title={title}
      description={i18n.translate('watchkeeper.editor.definitionDescription', {
        defaultMessage:
          'The whole monitor as JSON. What is sent to OpenSearch Alerting to create a monitor can be pasted here.',
      })}
    >
      <div data-invalid-field={definition.problems.length > 0 ? 'definition' : undefined}>
        <CodeEditor
          value={definition.text ?? ''}
          onChange={definition.edit}
          language="json"
          ariaLabel={title}
          problems={definition.problems}
          minHeight={EDITOR_HEIGHT}
          maxHeight={EDITOR_HEIGHT}
          data-test-subj="definitionEditor"
        />
        <Problems definition={definition} />
      </div>
    </Section>
  );
};
