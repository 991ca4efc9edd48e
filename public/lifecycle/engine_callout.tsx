import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { EngineFacts } from '../../common/lifecycle/api';
import type { ApiError } from '../shared/api_client';

const titleOf = (engine: EngineFacts | undefined): string =>
  engine?.native === 'none'
    ? i18n.translate('watchkeeper.lifecycle.engine.noneTitle', {
        defaultMessage: 'This cluster has no Index State Management',
      })
    : i18n.translate('watchkeeper.lifecycle.engine.refusedTitle', {
        defaultMessage: 'Policies cannot be read from the cluster',
      });

const reasonOf = (engine: EngineFacts | undefined, error: ApiError | null): string =>
  engine?.refused ??
  error?.message ??
  i18n.translate('watchkeeper.lifecycle.engine.noneText', {
    defaultMessage:
      'The plugin “opensearch-index-management” does not answer, so policies can be neither stored nor carried out here.',
  });

/** Why policies cannot be kept, and what can be done all the same. Nothing where they can. */
export const EngineCallout: React.FC<{
  engine: EngineFacts | undefined;
  error: ApiError | null;
}> = ({ engine, error }) =>
  error || (engine && (engine.native === 'none' || engine.refused !== undefined)) ? (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="iInCircle"
        title={titleOf(engine)}
        data-test-subj="engineCallout"
      >
        <p>
          {reasonOf(engine, error)}{' '}
          {i18n.translate('watchkeeper.lifecycle.engine.stillText', {
            defaultMessage:
              'You can still write or paste a policy, have it checked against the indices that are here, repair it, simulate it, and export it as a file.',
          })}
        </p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  ) : null;
