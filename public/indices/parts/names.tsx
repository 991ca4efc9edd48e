import React from 'react';
import { formatCount } from '../../shared/numbers';

const MOST_NAMES = 5;

/** Some names in a narrow place: they break rather than reach into the next column. */
export const Names: React.FC<{ names: readonly string[]; most?: number }> = ({
  names,
  most = MOST_NAMES,
}) => (
  <span className="eui-textBreakWord" style={{ minWidth: 0 }}>
    {names.length === 0 ? '–' : names.slice(0, most).join(', ')}
    {names.length > most && ` +${formatCount(names.length - most)}`}
  </span>
);
