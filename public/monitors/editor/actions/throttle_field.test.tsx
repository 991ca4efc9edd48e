import React, { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Action } from '../../../../common/monitors/monitor';
import { idleRunner, monitorSample } from '../../testing/samples';
import { showMonitors } from '../../testing/show_monitors';
import { EditorProvider } from '../editor_model';
import { newAction } from '../new_monitor';
import { ThrottleField, switchedThrottle } from './throttle_field';

const Form: React.FC<{ seen: (action: Action) => void }> = ({ seen }) => {
  const [action, setAction] = useState(() => newAction([], 'd1'));
  seen(action);
  const model = {
    monitorId: '',
    draft: monitorSample(),
    update: () => undefined,
    problemsAt: () => [],
    runner: idleRunner(),
  };
  return (
    <EditorProvider value={model}>
      <ThrottleField
        action={action}
        path="a"
        onChange={(changes) => setAction((before) => ({ ...before, ...changes }))}
      />
    </EditorProvider>
  );
};

describe('the throttle of an action', () => {
  it('is off at first, and says what that means', () => {
    showMonitors(<Form seen={() => undefined} />, {});
    expect(screen.getByTestId('throttleSwitch')).not.toBeChecked();
    expect(screen.getByText(/Every run in which/)).toBeInTheDocument();
    expect(screen.queryByTestId('throttleValueInput')).not.toBeInTheDocument();
  });

  it('is switched on at ten minutes, and takes a value and a unit', async () => {
    let action: Action | undefined;
    showMonitors(<Form seen={(now) => (action = now)} />, {});
    await userEvent.click(screen.getByTestId('throttleSwitch'));
    expect(action).toMatchObject({
      throttle_enabled: true,
      throttle: { value: 10, unit: 'MINUTES' },
    });
    fireEvent.change(screen.getByTestId('throttleValueInput'), { target: { value: '2' } });
    await userEvent.selectOptions(screen.getByTestId('throttleUnitSelect'), 'HOURS');
    expect(action?.throttle).toEqual({ value: 2, unit: 'HOURS' });
  });

  it('keeps its length when it is switched off, unless that is wrong', () => {
    const right = { throttle: { value: 2, unit: 'HOURS' as const } };
    expect(switchedThrottle(right, false)).toEqual({ throttle_enabled: false, ...right });
    const wrong = { throttle: { value: 0, unit: 'HOURS' as const } };
    expect(switchedThrottle(wrong, false)).toEqual({
      throttle_enabled: false,
      throttle: undefined,
    });
    expect(switchedThrottle(wrong, true).throttle).toEqual({ value: 10, unit: 'MINUTES' });
  });
});
