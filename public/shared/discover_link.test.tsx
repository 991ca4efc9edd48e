import React from 'react';
import { screen } from '@testing-library/react';
import { APP_IDS } from '../../common/plugin';
import { DiscoverLink } from './discover_link';
import { renderPage } from './testing/render_page';

const VIEW = { indices: ['logs-*'], from: 0, to: 60_000, filters: [] };

const pattern = (id: string, title: string) => ({ id, attributes: { title } });

const open = (patterns: object[], apps = ['data-explorer']) =>
  renderPage(<DiscoverLink view={VIEW} />, {
    appId: APP_IDS.alerts,
    apps,
    answer: () => ({ saved_objects: patterns }),
  });

describe('the link to Discover', () => {
  it('leads to the index pattern that shows the indices, in a tab of its own', async () => {
    open([pattern('other', 'metrics-*'), pattern('p1', 'logs-*')]);
    const link = await screen.findByTestId('discoverLink');
    expect(link).toHaveAttribute('target', '_blank');
    const href = decodeURIComponent(link.getAttribute('href') ?? '');
    expect(href).toMatch(/^\/app\/data-explorer.*discover#/);
    expect(href).toContain("'indexPattern':'p1'");
    expect(href).toContain("'to':'1970-01-01T00:01:00.000Z'");
  });

  it('says what is missing where no index pattern shows them', async () => {
    open([pattern('other', 'metrics-*')]);
    expect(await screen.findByText(/an index pattern for logs-\*/)).toBeInTheDocument();
  });

  it('is not there on a host without Discover, and asks nothing', async () => {
    const { requests, view } = open([pattern('p1', 'logs-*')], []);
    expect(view.container).toBeEmptyDOMElement();
    expect(requests.filter(({ path }) => path.includes('saved_objects'))).toEqual([]);
  });
});
