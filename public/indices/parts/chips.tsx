import React from 'react';
import { EuiBadge } from '@elastic/eui';
import { formatCount } from '../../shared/numbers';

const MOST_CHIPS = 5;

/** Short names, one beside the other. */
export const Chips: React.FC<{ names: readonly string[]; most?: number }> = ({
  names,
  most = MOST_CHIPS,
}) => (
  <span>
    {names.slice(0, most).map((name) => (
      <EuiBadge key={name} color="hollow">
        {name}
      </EuiBadge>
    ))}
    {names.length > most && ` +${formatCount(names.length - most)}`}
    {names.length === 0 && '–'}
  </span>
);
