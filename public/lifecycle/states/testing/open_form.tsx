import React, { useState } from 'react';
import { configure, fireEvent, render, screen } from '@testing-library/react';
import { parseLossless, stringifyLossless } from '../../../../common/json/lossless';
import type { JsonObject } from '../../../../common/json/record';
import { lintPolicy } from '../../../../common/lifecycle/lint/lint_policy';
import { StatesView } from '../states_view';

configure({ testIdAttribute: 'data-test-subj' });

let shown: JsonObject;

const Harness: React.FC<{ policy: JsonObject }> = ({ policy }) => {
  const [body, setBody] = useState<JsonObject>(policy);
  shown = body;
  return (
    <StatesView
      body={body}
      findings={lintPolicy(body, { now: 0 })}
      edit={(change) => setBody((before) => change(before))}
    />
  );
};

/** The policy as the forms have left it. */
export const shownPolicy = (): JsonObject => shown;

export const showPolicy = (policy: JsonObject) => render(<Harness policy={policy} />);

/** A policy whose only action is this JSON, its form open. */
export const showAction = (action: string) => {
  const text = `{"description": "d", "default_state": "a", "states": [{"name": "a", "actions": [${action}], "transitions": []}]}`;
  const { unmount } = showPolicy(parseLossless(text) as JsonObject);
  fireEvent.click(screen.getByTestId('toggleAction'));
  return unmount;
};

/** The action at a place, as it is written. */
export const actionText = (place = 0): string => {
  const [state] = shown.states as JsonObject[];
  return stringifyLossless((state.actions as JsonObject[])[place]);
};
