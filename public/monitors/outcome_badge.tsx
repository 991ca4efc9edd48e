import React from 'react';
import { EuiBadge } from '@elastic/eui';
import type { RunOutcome } from '../../common/monitors/run';
import { outcomeLabel } from './words';

const COLORS: Record<RunOutcome, string> = {
  triggered: 'warning',
  not_triggered: 'hollow',
  error: 'danger',
  gap: 'default',
};

/** What a run came to: a word and a colour. */
export const OutcomeBadge: React.FC<{ outcome: RunOutcome }> = ({ outcome }) => (
  <EuiBadge color={COLORS[outcome]} data-test-subj={`outcome-${outcome}`}>
    {outcomeLabel(outcome)}
  </EuiBadge>
);
