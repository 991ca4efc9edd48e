import React, { useCallback, useMemo } from 'react';
import { EuiCodeBlock, EuiCompressedFormRow, EuiFormLabel, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { messageOf } from '../../../common/errors';
import { checkTemplate } from '../../../common/notifications/templates/checking/check_template';
import type { TemplateRemark } from '../../../common/notifications/templates/checking/check_template';
import { completeTemplate } from '../../../common/notifications/templates/checking/complete_template';
import { shapeOf } from '../../../common/notifications/templates/checking/shape';
import { withIncluded } from '../../../common/notifications/templates/shared/include';
import type {
  Place,
  SharedTemplates,
} from '../../../common/notifications/templates/shared/include';
import { renderTemplate } from '../../../common/notifications/templates/template';
import { CodeEditor } from '../../shared/code_editor';
import { sampleView } from './sample_view';

const VIEW = sampleView();
const KNOWN = shapeOf(VIEW);

/** What a name is depends on who names the template: only what can never be right is said. */
const remarksOf = (source: string, templates: SharedTemplates | undefined): TemplateRemark[] =>
  checkTemplate(source, KNOWN, {}, templates).filter(({ severity }) => severity === 'error');

/** One text of a template, with what is wrong with it. */
export const TemplateText: React.FC<{
  label: string;
  help: string;
  value: string;
  onChange: (value: string) => void;
  /** What the server said. */
  problems: readonly string[];
  templates: SharedTemplates | undefined;
  singleLine?: boolean;
  mark: string;
}> = ({ label, help, value, onChange, problems, templates, singleLine, mark }) => {
  const remarks = useMemo(() => remarksOf(value, templates), [value, templates]);
  const complete = useCallback(
    (text: string, offset: number, explicit: boolean) =>
      completeTemplate(text, offset, KNOWN, explicit, templates),
    [templates]
  );
  const errors = [...new Set([...remarks.map(({ message }) => message), ...problems])];
  return (
    <EuiCompressedFormRow
      fullWidth
      label={label}
      helpText={help}
      isInvalid={errors.length > 0}
      error={errors}
    >
      <CodeEditor
        value={value}
        onChange={onChange}
        language="plain"
        singleLine={singleLine}
        ariaLabel={label}
        problems={remarks}
        completion={complete}
        minHeight={singleLine ? '0' : '160px'}
        maxHeight={singleLine ? '64px' : '420px'}
        data-test-subj={mark}
      />
    </EuiCompressedFormRow>
  );
};

const rendered = (
  source: string,
  templates: SharedTemplates | undefined,
  place: Place
): { text: string } | { failure: string } => {
  try {
    return { text: renderTemplate(withIncluded(source, templates, place), VIEW) };
  } catch (error) {
    return { failure: messageOf(error) };
  }
};

/** The template over a sample alert, rendered as messages are. */
export const TemplatePreview: React.FC<{
  source: string;
  templates: SharedTemplates | undefined;
}> = ({ source, templates }) => {
  const result = useMemo(() => rendered(source, templates, 'message'), [source, templates]);
  return (
    <div data-test-subj="templatePreview">
      <EuiFormLabel>
        {i18n.translate('watchkeeper.templates.previewTitle', {
          defaultMessage: 'With a sample alert',
        })}
      </EuiFormLabel>
      <EuiSpacer size="xs" />
      {'failure' in result ? (
        <EuiText size="s" color="danger">
          <span className="eui-textBreakWord">{result.failure}</span>
        </EuiText>
      ) : (
        <EuiCodeBlock
          className="eui-textBreakWord"
          whiteSpace="pre-wrap"
          paddingSize="s"
          fontSize="s"
          overflowHeight={420}
        >
          {result.text}
        </EuiCodeBlock>
      )}
    </div>
  );
};
