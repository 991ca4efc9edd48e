import React, { useState } from 'react';
import { EuiScreenReaderOnly, htmlIdGenerator } from '@elastic/eui';

const nextId = htmlIdGenerator('queryBuilder');

/** The id of an input: that of the form row around it, else one of its own. */
export const useInputId = (given: string | undefined): string => {
  const [own] = useState(() => nextId());
  return given ?? own;
};

/** What an input outside of a form row is called: combo boxes do not hand an `aria-label` on. */
export const HiddenLabel: React.FC<{ inputId: string; text: string }> = ({ inputId, text }) => (
  <EuiScreenReaderOnly>
    <label htmlFor={inputId}>{text}</label>
  </EuiScreenReaderOnly>
);
