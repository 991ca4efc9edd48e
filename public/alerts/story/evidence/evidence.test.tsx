import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Alert } from '../../../../common/alerts/alert';
import { ALERTS_PATH } from '../../../../common/alerts/api';
import { FINDINGS_PATH } from '../../../../common/findings/api';
import { MONITORS_PATH } from '../../../../common/monitors/api';
import type { Answer } from '../../../shared/testing/fake_host';
import { sampleAlert } from '../../sample_alerts';
import { MONITOR, answering, open } from '../../testing/alerts_stage';

const show = (alert: Alert, more: Answer) =>
  open(
    answering([alert], (request) => {
      if (request.path === `${ALERTS_PATH}/${alert.id}`) return { alert, events: [], messages: [] };
      if (request.path === `${MONITORS_PATH}/m1`) return { id: 'm1', monitor: MONITOR };
      return more(request);
    }),
    `/${alert.id}`
  );

describe('what is behind an alert', () => {
  it('is read only when somebody asks: the window that found it, run again as they are', async () => {
    const alert = sampleAlert({ first_seen: 1000, measure: 7, peak: 9 });
    const results = '[{"hits":{"hits":[{"_source":{"message":"boom"}}]}}]';
    const { requests } = show(alert, () => ({
      ...{ window: { start: 0, end: 1000 }, results, verdicts: [], hits: 12 },
    }));
    const button = await screen.findByTestId('showEvidence');
    const dryRuns = () => requests.filter(({ path }) => path.endsWith('_dry_run'));
    expect(dryRuns()).toEqual([]);
    await userEvent.click(button);
    expect(await screen.findByTestId('evidencePart')).toHaveTextContent('boom');
    expect(screen.getByTestId('evidenceCaption')).toHaveTextContent(
      '12 hits. 1 of them is shown here.'
    );
    await waitFor(() =>
      expect(dryRuns().map(({ body }) => body)).toEqual([
        expect.objectContaining({ monitor_id: 'm1', period_end: 1000 }),
      ])
    );
  });

  it('says why the window cannot be run', async () => {
    show(sampleAlert(), () => ({
      ...{ window: { start: 0, end: 1 }, results: '[]', verdicts: [] },
      problem: { code: 'forbidden', message: 'no permissions for [indices:data/read/search]' },
    }));
    await userEvent.click(await screen.findByTestId('showEvidence'));
    expect(await screen.findByText(/no permissions for/)).toBeInTheDocument();
  });

  it('is the documents that were found, of a document-level one', async () => {
    const alert = sampleAlert({ finding_ids: ['f1'], related_doc_ids: ['a|b|logs'] });
    const finding = {
      ...{ id: 'f1', index: 'logs', queries: [{ id: 'q', name: 'Failed login', query: 'x' }] },
      documents: [{ id: 'a|b', kind: 'found', source: { user: 'root' } }],
    };
    const { requests } = show(alert, ({ path }) =>
      path === FINDINGS_PATH ? { total: 1, items: [finding, { ...finding, id: 'f2' }] } : {}
    );
    await userEvent.click(await screen.findByTestId('showEvidence'));
    const found = await screen.findByTestId('alertFinding');
    expect(found).toHaveTextContent('Failed login');
    expect(found).toHaveTextContent('"user": "root"');
    expect(requests.find(({ path }) => path === FINDINGS_PATH)?.query).toMatchObject({
      ...{ monitor_id: 'm1', document: 'a|b', documents: true },
    });
  });

  it('is nothing for an error, whose reason says it all', async () => {
    show(sampleAlert({ state: 'error', failures: 2, error_message: 'boom' }), () => ({}));
    expect(await screen.findByTestId('alertReason')).toBeInTheDocument();
    expect(screen.queryByTestId('alertEvidence')).not.toBeInTheDocument();
  });
});
