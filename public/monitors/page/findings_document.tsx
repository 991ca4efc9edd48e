import React from 'react';
import type { FindingRecord } from '../../../common/findings/api';
import { DocumentView } from '../../shared/document_view';

/** The documents of a finding as they are now, or why they cannot be seen. */
export const FindingDocuments: React.FC<{ finding: FindingRecord }> = ({ finding }) => (
  <div style={{ width: '100%' }} data-test-subj="findingDocuments">
    {finding.documents?.map((document) => (
      <DocumentView key={document.id} document={document} />
    ))}
  </div>
);
