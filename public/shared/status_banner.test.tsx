import React from 'react';
import { screen } from '@testing-library/react';
import type { PluginStatus } from '../../common/status';
import { StatusBanner, noticesOf } from './status_banner';
import { APP_IDS } from '../../common/plugin';
import { refusal } from './testing/fake_host';
import { HEALTHY as allIsWell, renderPage } from './testing/render_page';

const noticeIds = (status: Partial<PluginStatus>): string[] =>
  noticesOf({ ...allIsWell, ...status }, String).map(({ id }) => id);

describe('what every page says', () => {
  it('is nothing while all is well', () => {
    expect(noticeIds({})).toEqual([]);
  });

  it('names an unreachable cluster, and not what follows from it', () => {
    const cluster = { reachable: false as const, since: 5, reason: 'ECONNREFUSED' };
    const scheduler = { ...allIsWell.scheduler, problem: 'No cluster.' };
    const notices = noticesOf({ ...allIsWell, cluster, scheduler }, String);
    expect(notices.map(({ id }) => id)).toEqual(['clusterUnreachable']);
    expect(notices[0].lines).toContain('ECONNREFUSED');
  });

  it('names a missing key, a scheduler that stands and what an operator must mend', () => {
    const scheduler = { ...allIsWell.scheduler, problem: 'Not the owner of any partition.' };
    expect(noticeIds({ scheduler, encryption_key: false, problems: ['a', 'b'] })).toEqual([
      'schedulerProblem',
      'noEncryptionKey',
      'problems',
    ]);
  });

  it('shows when the server itself does not answer', async () => {
    renderPage(<StatusBanner />, {
      appId: APP_IDS.alerts,
      answer: () => ({}),
      status: () => {
        throw refusal(500, 'internal', 'Out of order');
      },
    });
    expect(await screen.findByText('Out of order')).toBeInTheDocument();
  });
});
