import React from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { monitorSchema } from '../../../../common/monitors/monitor';
import { monitorSample } from '../../testing/samples';
import { showEditor } from '../../testing/show_editor';
import { SettingsSection } from './settings_section';

const write = (testId: string, text: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value: text } });
};

describe('the settings that a monitor need not have', () => {
  it('are all set in the form', async () => {
    const { draft } = showEditor(<SettingsSection />, monitorSample());
    write('queryDelayInput', '90');
    await userEvent.selectOptions(screen.getByTestId('catchUpSelect'), 'coalesce');
    write('catchUpMostInput', '50');
    await userEvent.selectOptions(screen.getByTestId('errorPolicySelect'), 'notify');
    write('errorAfterInput', '4');
    write('ownerInput', 'shop');
    write('runbookInput', 'https://wiki.example.com/shop');
    await userEvent.click(screen.getByTestId('labelsAdd'));
    write('labelsName', 'team');
    write('labelsValue', '{{group.team}}');
    await userEvent.click(screen.getByTestId('annotationsAdd'));
    write('annotationsName', 'summary');
    expect(monitorSchema.parse(draft())).toMatchObject({
      query_delay_seconds: 90,
      catch_up: { policy: 'coalesce', most: 50 },
      error_policy: { notify: true, after: 4 },
      owner: 'shop',
      runbook_url: 'https://wiki.example.com/shop',
      labels: { team: '{{group.team}}' },
      annotations: { summary: '' },
    });
  });

  it('leave nothing behind when they are taken back', async () => {
    const { draft } = showEditor(
      <SettingsSection />,
      monitorSample({
        catch_up: { policy: 'skip' },
        error_policy: { notify: false },
        owner: 'shop',
        labels: { team: 'a' },
      })
    );
    expect(screen.queryByTestId('catchUpMostInput')).not.toBeInTheDocument();
    await userEvent.selectOptions(screen.getByTestId('catchUpSelect'), 'unset');
    await userEvent.selectOptions(screen.getByTestId('errorPolicySelect'), 'unset');
    write('ownerInput', '');
    await userEvent.click(screen.getByTestId('labelsRemove'));
    const plain = JSON.parse(JSON.stringify(draft())) as Record<string, unknown>;
    for (const field of ['catch_up', 'error_policy', 'owner', 'labels']) {
      expect(plain).not.toHaveProperty(field);
    }
  });

  it('say when two labels have one name, and keep what is being written', () => {
    const { draft } = showEditor(
      <SettingsSection />,
      monitorSample({ labels: { team: 'a', tea: 'b' } })
    );
    fireEvent.change(screen.getAllByTestId('labelsName')[1], { target: { value: 'team' } });
    expect(screen.getByText(/More than one row is called team/)).toBeInTheDocument();
    expect(draft().labels).toEqual({ team: 'b' });
    fireEvent.change(screen.getAllByTestId('labelsName')[1], { target: { value: 'teams' } });
    expect(draft().labels).toEqual({ team: 'a', teams: 'b' });
  });

  it('are unfolded where something in them is wrong', () => {
    showEditor(<SettingsSection />, monitorSample(), {
      problems: [{ field: 'owner', message: 'Too long.' }],
    });
    const button = (part: string) => screen.getByTestId(part).querySelector('button');
    expect(button('settings-labels')).toHaveAttribute('aria-expanded', 'true');
    expect(button('settings-runs')).toHaveAttribute('aria-expanded', 'false');
  });

  it('show what is wrong at a label', () => {
    showEditor(<SettingsSection />, monitorSample({ labels: { 'not a name': 'a' } }), {
      problems: [{ field: 'labels.not a name', message: 'Letters only.' }],
    });
    expect(screen.getByTestId('field-labels')).toHaveTextContent('Letters only.');
  });
});
