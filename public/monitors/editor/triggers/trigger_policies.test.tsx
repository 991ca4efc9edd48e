import React from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { triggersOf } from '../../../../common/monitors/monitor';
import { policySentences } from '../../policy_words';
import { monitorSample } from '../../testing/samples';
import { showEditor } from '../../testing/show_editor';
import { useEditor } from '../editor_model';
import { TriggerPolicies } from './trigger_policies';

const PATH = 'triggers.0.query_level_trigger';

const Policies: React.FC = () => {
  const { draft } = useEditor();
  return <TriggerPolicies trigger={triggersOf(draft)[0]} path={PATH} />;
};

const write = (testId: string, text: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value: text } });
};

describe('how the alerts of a trigger come and go', () => {
  it('is said by fields of their own, each of which can be taken back', async () => {
    const { draft } = showEditor(<Policies />, monitorSample());
    const before = triggersOf(draft())[0];
    write('forInput', '5');
    await userEvent.selectOptions(screen.getByTestId('forUnit'), 'HOURS');
    write('keepFiringInput', '2');
    write('recoveryConditionInput', 'ctx.results[0].hits.total.value < 1');
    await userEvent.click(screen.getByTestId('occurrencesSwitch'));
    write('occurrencesOf', '7');
    await userEvent.click(screen.getByTestId('flappingSwitch'));
    await userEvent.selectOptions(screen.getByTestId('noDataSelect'), 'keep');
    const [trigger] = triggersOf(draft());
    expect(trigger).toMatchObject({
      for: { value: 5, unit: 'HOURS' },
      keep_firing_for: { value: 2, unit: 'MINUTES' },
      recovery_condition: {
        script: { source: 'ctx.results[0].hits.total.value < 1', lang: 'painless' },
      },
      occurrences: { times: 3, of: 7 },
      flapping: { changes: 4, of: 10 },
      no_data: 'keep',
    });
    expect(policySentences(trigger)).toEqual([
      'Is pending until the condition was true for 5 hours.',
      'Is active when the condition was true in 3 of 7 runs.',
      'Stays active for 2 minutes after the condition has ended.',
      'Ends only when this is true: ctx.results[0].hits.total.value < 1',
      'Flaps after more than 4 changes in 10 runs.',
      'When there is nothing to judge: Leave the alert as it is.',
    ]);

    write('forInput', '');
    write('keepFiringInput', '');
    write('recoveryConditionInput', '');
    await userEvent.click(screen.getByTestId('occurrencesSwitch'));
    await userEvent.click(screen.getByTestId('flappingSwitch'));
    await userEvent.selectOptions(screen.getByTestId('noDataSelect'), 'unset');
    expect(JSON.parse(JSON.stringify(triggersOf(draft())[0]))).toEqual(before);
    expect(policySentences(triggersOf(draft())[0])).toEqual([]);
  });

  it('shows what is wrong at the field', () => {
    showEditor(<Policies />, monitorSample(), {
      problems: [{ field: `${PATH}.occurrences`, message: 'More times than runs.' }],
    });
    expect(screen.getByTestId(`field-${PATH}.occurrences`)).toHaveTextContent(
      'More times than runs.'
    );
  });
});
