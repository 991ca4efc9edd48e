import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Alert } from '../../../common/alerts/alert';
import { APP_IDS } from '../../../common/plugin';
import { MONITORS_PATH } from '../../../common/monitors/api';
import type { MessageLookProps } from '../../notifications/types';
import type { Answer } from '../../shared/testing/fake_host';
import { refusal } from '../../shared/testing/fake_host';
import { sampleAlert, sampleMessage } from '../sample_alerts';
import { MONITOR, answering, open } from '../testing/alerts_stage';

const ACTIVE = sampleAlert();

describe("an alert's flyout", () => {
  const record = {
    alert: ACTIVE,
    events: [
      {
        id: 'e1',
        alert_id: ACTIVE.id,
        monitor_id: 'm1',
        trigger_id: 't1',
        at: ACTIVE.start_time,
        from: null,
        to: 'active',
        rev: 1,
      },
    ],
    messages: [
      sampleMessage({
        status: 'dead',
        reason: 'Given up after 3 attempts.',
        attempts: [
          { at: 1, took: 31, status: 404, ok: false, answer: 'no_service' },
          { at: 2, took: 5000, ok: false, answer: 'No answer within 5 seconds.' },
        ],
      }),
    ],
  };
  const answer = answering([ACTIVE], ({ path }) =>
    path.includes('/destinations/') ? { destination: { name: 'Pager' } } : record
  );

  it('opens from the URL, and tells to whom, how it went and what the receiver answered', async () => {
    open(answer, `/${ACTIVE.id}`);
    const flyout = within(await screen.findByRole('dialog'));
    expect(await flyout.findByText('Pager')).toBeInTheDocument();
    expect(flyout.getByText('Not delivered')).toBeInTheDocument();
    expect(flyout.getByText('Given up after 3 attempts.')).toBeInTheDocument();
    expect(flyout.getByText(/The receiver refused it with 404 in 31 ms/)).toBeInTheDocument();
    expect(flyout.getByText('no_service')).toBeInTheDocument();
    expect(flyout.getByText('No answer within 5 seconds.')).toBeInTheDocument();
    expect(flyout.getByTestId('storyDelivery')).toHaveAttribute(
      'href',
      `/app/${APP_IDS.destinations}/deliveries/m1.1.m0`
    );
  });

  it('shows a message as its receiver has it, and to the letter', async () => {
    const Look = ({ destination, content }: MessageLookProps) => (
      <p>{`${destination.name} has: ${content.subject}`}</p>
    );
    open(answer, `/${ACTIVE.id}`, { Look });
    const [message] = record.messages;
    await userEvent.click(await screen.findByText(message.subject));
    expect(await screen.findByText(`Pager has: ${message.subject}`)).toBeInTheDocument();
    await userEvent.click(screen.getByText('As text'));
    expect(await screen.findByText(message.message)).toBeInTheDocument();
  });

  it('is put among what was viewed, and leaves the list as it was filtered when it closes', async () => {
    const { history, recent } = open(answer, `/${ACTIVE.id}?state=all`);
    await waitFor(() =>
      expect(recent).toMatchObject([{ label: ACTIVE.trigger_name, link: expect.any(String) }])
    );
    await userEvent.click(await screen.findByTestId('euiFlyoutCloseButton'));
    expect(history.location).toMatchObject({ pathname: '/', search: '?state=all' });
  });

  const storyOf =
    (changes: Partial<Alert>, events: object[] = []): Answer =>
    (request) => {
      const { path } = request;
      if (path === `${MONITORS_PATH}/m1`) return { monitor: MONITOR };
      const story = { alert: sampleAlert(changes), events, messages: [] };
      return answering([ACTIVE], () => story)(request);
    };
  const event = { alert_id: ACTIVE.id, monitor_id: 'm1', trigger_id: 't1', rev: 1, at: 5 };

  it('tells what the alert is about and whom it concerns', async () => {
    open(
      storyOf({
        group: [{ field: 'host', value: 'web-1' }],
        labels: { team: 'pay' },
        annotations: { summary: 'See https://x' },
        peak: 20,
        failures: 3,
        told: true,
        action_execution_results: [
          { action_id: 'a', last_execution_time: 1, throttled_count: 4 },
          { action_id: 'b', last_execution_time: 1 },
        ],
      }),
      `/${ACTIVE.id}`
    );
    const flyout = within(await screen.findByRole('dialog'));
    const link = await flyout.findByText('web-1');
    expect(link).toHaveAttribute('href', expect.stringContaining('group=web-1'));
    const texts = {
      alertLabels: 'team: pay',
      alertAnnotation: 'See https://x',
      alertPeak: '20',
      alertFailures: 'somebody was told',
      alertHeldBack: '4 messages',
      alertOwner: 'Team Pay',
      alertTags: 'payments',
    };
    await flyout.findByTestId('alertOwner');
    for (const [id, text] of Object.entries(texts)) {
      expect(flyout.getByTestId(id)).toHaveTextContent(text);
    }
    expect(flyout.getByText('https://wiki.example.com/pay')).toHaveAttribute(
      'href',
      'https://wiki.example.com/pay'
    );
  });

  it('takes an acknowledgement back, and says until when and why there is one', async () => {
    const { requests } = open(
      storyOf({
        state: 'acknowledged',
        acknowledged_time: Date.now(),
        acknowledged_by: 'ann',
        acknowledged_until: Date.now() + 60_000,
        acknowledged_comment: 'On it',
      }),
      `/${ACTIVE.id}`
    );
    const facts = await screen.findByTestId('alertAcknowledgement');
    expect(facts).toHaveTextContent(/ann, .*until.*On it/);
    await userEvent.click(screen.getByTestId('storyTakeBack'));
    await waitFor(() =>
      expect(requests.find(({ path }) => path.endsWith('_unacknowledge'))?.body).toEqual({
        alerts: [{ id: ACTIVE.id, monitor_id: 'm1' }],
      })
    );
  });

  it('offers nothing to take back where the acknowledgement was the end', async () => {
    open(storyOf({ state: 'acknowledged', lasting: true, end_time: 9 }), `/${ACTIVE.id}`);
    await screen.findByTestId('alertAcknowledgement');
    expect(screen.queryByTestId('storyTakeBack')).toBeNull();
    expect(screen.queryByTestId('storyAcknowledge')).toBeNull();
  });

  it('shows comments with their authors, and takes another', async () => {
    const comments = [
      { ...event, id: 'c1', from: 'active', to: 'active', by: 'ann', comment: 'Is it DNS?' },
      { ...event, id: 'c2', from: 'active', to: 'active', comment: 'It is.' },
    ];
    const { requests } = open(storyOf({}, comments), `/${ACTIVE.id}`);
    const story = within(await screen.findByTestId('alertStory'));
    expect(story.getByText('ann')).toBeInTheDocument();
    expect(story.getByText('Is it DNS?')).toBeInTheDocument();
    // A person wrote it, even where the cluster knows no users.
    expect(story.getByText('Somebody')).toBeInTheDocument();
    await userEvent.type(screen.getByTestId('commentText'), ' Always. ');
    await userEvent.click(screen.getByTestId('addComment'));
    await waitFor(() =>
      expect(requests.find(({ path }) => path.endsWith('/comments'))?.body).toEqual({
        comment: 'Always.',
      })
    );
    await waitFor(() => expect(screen.getByTestId('commentText')).toHaveValue(''));
  });

  it('takes what only people do for the work of a person, and an end that has a reason not', async () => {
    open(
      storyOf({}, [
        { ...event, id: 'e1', from: 'active', to: 'acknowledged' },
        { ...event, id: 'e2', at: 6, from: 'acknowledged', to: 'active' },
        { ...event, id: 'e3', at: 7, from: 'acknowledged', to: 'active', reason: 'It has ended.' },
      ]),
      `/${ACTIVE.id}`
    );
    const story = within(await screen.findByTestId('alertStory'));
    expect(story.getAllByText('Somebody')).toHaveLength(2);
    expect(story.getAllByText('Watchkeeper')).toHaveLength(1);
  });

  it('says so when there is no such alert', async () => {
    open(
      answering([ACTIVE], () => {
        throw refusal(404, 'not_found', 'There is no alert with the id gone.');
      }),
      '/gone'
    );
    expect(await screen.findByText(/It does not exist/)).toBeInTheDocument();
  });
});
