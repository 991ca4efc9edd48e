import React from 'react';
import { EuiAccordion, EuiSpacer } from '@elastic/eui';
import { useEditor } from './editor_model';

/** Fields that most monitors do not need, folded away unless they are set. A problem within unfolds them. */
export const Folded: React.FC<{
  id: string;
  title: string;
  isOpen: boolean;
  /** Dotted paths of what is within. */
  fields: readonly string[];
  mark: string;
}> = ({ id, title, isOpen, fields, mark, children }) => {
  const { problemsAt } = useEditor();
  const isWrong = fields.some((field) => problemsAt(field).length > 0);
  return (
    <EuiAccordion
      id={id}
      buttonContent={title}
      initialIsOpen={isOpen}
      forceState={isWrong ? 'open' : undefined}
      data-test-subj={mark}
    >
      <EuiSpacer size="s" />
      {children}
    </EuiAccordion>
  );
};
