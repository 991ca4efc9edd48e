import React, { useCallback, useMemo } from 'react';
import { EuiFormLabel } from '@elastic/eui';
import { checkTemplate } from '../../../../common/notifications/templates/checking/check_template';
import { completeTemplate } from '../../../../common/notifications/templates/checking/complete_template';
import type { MessageSample } from '../../../../common/monitors/sample/message_sample';
import { CodeEditor } from '../../../shared/code_editor';
import { useDebounced } from '../../../shared/debounced';
import { useSharedTemplates } from '../../../notifications/types';
import { FieldGroup } from '../field';
import { TemplateRemarks } from './template_remarks';

const CHECK_PAUSE = 300;

interface TemplateFieldProps {
  /** Dotted path in the monitor. */
  field: string;
  label: string;
  source: string;
  onChange: (source: string) => void;
  sample: MessageSample;
  singleLine?: boolean;
  placeholder?: string;
  minHeight?: string;
  maxHeight?: string;
  mark: string;
}

/** A Mustache template: checked and completed from what the last Run found. */
export const TemplateField: React.FC<TemplateFieldProps> = ({
  field,
  label,
  source,
  onChange,
  sample,
  singleLine,
  placeholder,
  minHeight,
  maxHeight,
  mark,
}) => {
  const templates = useSharedTemplates();
  const settled = useDebounced(source, CHECK_PAUSE);
  const remarks = useMemo(
    // What no run has shown is right until one shows otherwise.
    () =>
      checkTemplate(settled, sample.shape, sample.caveats, templates).filter(
        ({ severity }) => sample.known || severity !== 'info'
      ),
    [settled, sample, templates]
  );
  const complete = useCallback(
    (text: string, offset: number, explicit: boolean) =>
      completeTemplate(text, offset, sample.shape, explicit, templates),
    [sample, templates]
  );
  return (
    <FieldGroup field={field}>
      <EuiFormLabel>{label}</EuiFormLabel>
      <CodeEditor
        value={source}
        onChange={onChange}
        language="plain"
        singleLine={singleLine}
        ariaLabel={label}
        problems={remarks}
        completion={complete}
        placeholder={placeholder}
        minHeight={singleLine ? '0' : minHeight}
        maxHeight={singleLine ? '64px' : maxHeight}
        data-test-subj={mark}
      />
      <TemplateRemarks
        remarks={settled === source ? remarks : []}
        onFix={({ from, to, insert }) =>
          onChange(source.slice(0, from) + insert + source.slice(to))
        }
        mark={mark}
      />
    </FieldGroup>
  );
};
