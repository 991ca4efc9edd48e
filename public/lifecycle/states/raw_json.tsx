import React from 'react';
import type { JsonValue } from '../../../common/json/lossless';
import { DraftField } from './draft_field';
import { paramOf, paramText } from './param_text';

const JSON_TYPE = { kind: 'json' } as const;

/** A value as it stands in the document, for what has no form of its own. */
export const RawJson: React.FC<{
  value: JsonValue;
  label: string;
  onChange: (value: JsonValue) => void;
  'data-test-subj'?: string;
}> = ({ value, label, onChange, ...rest }) => (
  <DraftField
    value={paramText(JSON_TYPE, value)}
    label={label}
    lines
    onChange={(text) => {
      const { taken, value: next } = paramOf(JSON_TYPE, 'json', text, value);
      if (!taken || next === undefined) return false;
      onChange(next);
      return true;
    }}
    {...rest}
  />
);
