import React, { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BACK_TEST_PATH } from '../../../common/monitors/back_test/api';
import type { Monitor } from '../../../common/monitors/monitor';
import type { Answer } from '../../shared/testing/fake_host';
import { backTestSample } from '../testing/back_test_samples';
import { monitorSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { useBackTestSummary } from './use_back_test_summary';

const PERIOD = '{"range":{"at":{"gte":"{{period_start}}","lt":"{{period_end}}"}}}';
/** Its answers for many windows follow from one date histogram. */
const PLAIN = `{"size":0,"query":${PERIOD}}`;

const draft = (source: string, query = PLAIN): Monitor =>
  monitorSample({
    inputs: [{ search: { indices: ['logs'], query } }],
    // Not filled in yet: that must not stand in the way.
    name: '',
    triggers: [
      {
        query_level_trigger: {
          ...{ id: 't', name: '', severity: '1', actions: [] },
          condition: { script: { source, lang: 'painless' } },
        },
      },
    ],
  });

const Page: React.FC<{ query?: string }> = ({ query }) => {
  const [monitor, setMonitor] = useState(draft('true', query));
  const { status, fired, messages } = useBackTestSummary(monitor, 6);
  return (
    <>
      <p>{`${status} ${fired} ${messages}`}</p>
      <button onClick={() => setMonitor(draft('false'))}>condition</button>
      <button onClick={() => setMonitor({ ...monitor, name: 'Named' })}>name</button>
    </>
  );
};

const show = (answer: Answer = () => backTestSample(), query?: string) =>
  showMonitors(<Page query={query} />, { [`POST ${BACK_TEST_PATH}`]: answer });

const asked = ({ requests }: ReturnType<typeof show>) =>
  requests.filter(({ path }) => path === BACK_TEST_PATH);

describe('what a draft would have done in the last hours', () => {
  it('is asked for by itself, also while names are missing', async () => {
    const page = show();
    expect(await screen.findByText('ready 1 3')).toBeInTheDocument();
    expect(asked(page)).toHaveLength(1);
  });

  it('is asked anew when a condition changes, and keeps the former answer meanwhile', async () => {
    const page = show();
    await screen.findByText('ready 1 3');
    await userEvent.click(screen.getByText('condition'));
    expect(screen.getByText('loading 1 3')).toBeInTheDocument();
    expect(await screen.findByText('ready 1 3')).toBeInTheDocument();
    expect(asked(page)).toHaveLength(2);
  });

  it('is not asked for by itself where each of many windows takes a search', async () => {
    const page = show(undefined, `{"size":0,"collapse":{"field":"host"},"query":${PERIOD}}`);
    expect(await screen.findByText('impossible 0 0')).toBeInTheDocument();
    expect(asked(page)).toEqual([]);
  });

  it('is not asked anew for a name', async () => {
    const page = show();
    await screen.findByText('ready 1 3');
    await userEvent.click(screen.getByText('name'));
    expect(screen.getByText('ready 1 3')).toBeInTheDocument();
    await waitFor(() => expect(asked(page)).toHaveLength(1));
  });
});
