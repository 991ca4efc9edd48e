import React from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { scopeOf } from '../../../../common/monitors/action';
import { actionsOf, triggersOf } from '../../../../common/monitors/monitor';
import type { Action } from '../../../../common/monitors/monitor';
import { scopeInWords, throttleInWords } from '../../action_words';
import { monitorSample } from '../../testing/samples';
import { showEditor } from '../../testing/show_editor';
import { useEditor } from '../editor_model';
import { newAction, newTrigger } from '../new_monitor';
import { ActionCard } from './action_card';

jest.mock('../../../shared/code_editor', () =>
  jest.requireActual('../../testing/plain_code_editor')
);

const Card: React.FC = () => {
  const { draft } = useEditor();
  const [trigger] = triggersOf(draft);
  return <ActionCard trigger={trigger} action={trigger.actions[0]} path="a" />;
};

const show = (changes: Partial<Action> = {}) => {
  const action = { ...newAction([], 'd1'), ...changes };
  const trigger = { ...newTrigger([]), actions: [action] };
  const { draft } = showEditor(
    <Card />,
    monitorSample({ triggers: [{ query_level_trigger: trigger }] })
  );
  return () => actionsOf(draft())[0];
};

describe('what an action sends for', () => {
  it('is new alerts and those that go on, unless other kinds are ticked', async () => {
    const action = show();
    expect(screen.getByTestId('category-NEW')).toBeChecked();
    expect(screen.getByTestId('category-DEDUPED')).toBeChecked();
    expect(screen.getByTestId('category-COMPLETED')).not.toBeChecked();
    await userEvent.click(screen.getByTestId('category-DEDUPED'));
    await userEvent.click(screen.getByTestId('category-COMPLETED'));
    expect(scopeOf(action())).toEqual({ kind: 'per_alert', categories: ['NEW', 'COMPLETED'] });
    expect(scopeInWords(action())).toBe('One message for each: New alerts; Alerts that have ended');
  });

  it('is a run as a whole, then without kinds of alerts', async () => {
    const action = show();
    await userEvent.selectOptions(screen.getByTestId('scopeSelect'), 'per_execution');
    expect(action().action_execution_policy).toEqual({
      action_execution_scope: { per_execution: {} },
    });
    expect(screen.queryByTestId('category-NEW')).not.toBeInTheDocument();
    expect(screen.queryByTestId('recoveryFields')).not.toBeInTheDocument();
  });

  it('takes a throttle for all alerts of the trigger', async () => {
    const action = show();
    await userEvent.click(screen.getByTestId('throttleSwitch'));
    await userEvent.selectOptions(screen.getByTestId('throttleScopeSelect'), 'action');
    expect(action().throttle).toEqual({ value: 10, unit: 'MINUTES', scope: 'action' });
    expect(throttleInWords(action())).toBe(
      'At most one message in 10 minutes, whatever the alerts'
    );
    await userEvent.selectOptions(screen.getByTestId('throttleScopeSelect'), 'alert');
    expect(action().throttle).toEqual({ value: 10, unit: 'MINUTES' });
  });

  it('is ended alerts, too, once there is a text for them; without the tick the text is gone', async () => {
    const action = show();
    fireEvent.change(screen.getByTestId('recoveryMessageInput'), { target: { value: 'Over.' } });
    fireEvent.change(screen.getByTestId('recoverySubjectInput'), { target: { value: 'Well' } });
    expect(action()).toMatchObject({
      recovery_subject_template: { source: 'Well', lang: 'mustache' },
      recovery_message_template: { source: 'Over.', lang: 'mustache' },
    });
    expect(screen.getByTestId('category-COMPLETED')).toBeChecked();
    await userEvent.click(screen.getByTestId('category-COMPLETED'));
    expect(scopeOf(action())).toEqual({ kind: 'per_alert', categories: ['NEW', 'DEDUPED'] });
    expect(action().recovery_message_template).toBeUndefined();
  });
});
