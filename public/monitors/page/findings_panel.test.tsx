import React from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FINDINGS_PATH } from '../../../common/findings/api';
import type { FindingRecord, RelatedDocument } from '../../../common/findings/api';
import { showMonitors } from '../testing/show_monitors';
import { FindingsPanel } from './findings_panel';

const finding = (id: string, document: RelatedDocument): FindingRecord => ({
  ...{ id, monitor_id: 'm', monitor_name: 'M', index: 'logs-a', related_doc_ids: [document.id] },
  queries: [{ id: 'q', name: 'is_error', query: 'level:ERROR', tags: [] }],
  ...{ timestamp: 1_700_000_000_000, at: 1_700_000_000_000, rev: 1, documents: [document] },
});

const show = (...items: FindingRecord[]) =>
  showMonitors(<FindingsPanel id="m" />, {
    [`GET ${FINDINGS_PATH}`]: () => ({ total: items.length, items }),
  });

describe('the findings of a monitor', () => {
  it('name the document and the queries that matched', async () => {
    show(finding('f1', { id: 'doc-1', kind: 'found', source: {} }));
    expect(await screen.findByText('doc-1')).toBeInTheDocument();
    expect(screen.getByTitle('level:ERROR')).toHaveTextContent('is_error');
    expect(screen.getByText('logs-a')).toBeInTheDocument();
  });

  it('show the document when it is asked for', async () => {
    show(finding('f1', { id: 'doc-1', kind: 'found', source: { message: 'boom' } }));
    expect(screen.queryByText(/boom/)).not.toBeInTheDocument();
    await userEvent.click(await screen.findByTestId('findingDetailsButton'));
    expect(screen.getByTestId('findingDocuments')).toHaveTextContent('boom');
  });

  it.each([
    [
      'forbidden',
      { id: 'd', kind: 'forbidden' as const, reason: 'jane lacks read on logs-a.' },
      /may not read.*jane/,
    ],
    ['gone', { id: 'd', kind: 'gone' as const }, /not there any more/],
  ])('say why a document that is %s cannot be seen', async (kind, document, text) => {
    show(finding('f1', document));
    await userEvent.click(await screen.findByTestId('findingDetailsButton'));
    expect(screen.getByTestId(`document-${kind}`)).toHaveTextContent(text);
  });

  it('say so when nothing was found yet', async () => {
    show();
    expect(await screen.findByText('No new document has matched yet.')).toBeInTheDocument();
  });
});
