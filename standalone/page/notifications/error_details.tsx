import {
  EuiCallOut,
  EuiCodeBlock,
  EuiModalBody,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSpacer,
} from '@elastic/eui';
import type { OverlayStart } from 'opensearch-dashboards/public';
import React from 'react';
import { mountReact } from '../core/mount_react';

/** Shows an error with its stack. */
export function openErrorDetails(overlays: OverlayStart, title: string, error: Error): void {
  overlays.openModal((element) =>
    mountReact(
      element,
      <>
        <EuiModalHeader>
          <EuiModalHeaderTitle>{title}</EuiModalHeaderTitle>
        </EuiModalHeader>
        <EuiModalBody>
          <EuiCallOut size="s" color="danger" iconType="alert" title={error.message} />
          <EuiSpacer size="s" />
          <EuiCodeBlock isCopyable paddingSize="s">
            {error.stack ?? ''}
          </EuiCodeBlock>
        </EuiModalBody>
      </>
    )
  );
}
