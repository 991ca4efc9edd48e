import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { EngineState } from '../../../common/lifecycle/api';

const titlesOf = ({ enabled, held_by_red: red }: EngineState): string[] => [
  ...(enabled
    ? []
    : [
        i18n.translate('watchkeeper.lifecycle.managed.switchedOffTitle', {
          defaultMessage:
            'Index State Management is switched off (plugins.index_state_management.enabled): nothing goes on.',
        }),
      ]),
  ...(red
    ? [
        i18n.translate('watchkeeper.lifecycle.managed.redTitle', {
          defaultMessage:
            'The cluster is red, and Index State Management does nothing until it is not: nothing is deleted either.',
        }),
      ]
    : []),
];

/** What holds the engine back from every index. Nothing where nothing does. */
export const EngineStateCallout: React.FC<{ engine: EngineState | undefined }> = ({ engine }) => (
  <>
    {(engine ? titlesOf(engine) : []).map((title) => (
      <React.Fragment key={title}>
        <EuiCallOut
          size="s"
          color="danger"
          iconType="alert"
          title={title}
          data-test-subj="engineHeldBack"
        />
        <EuiSpacer size="s" />
      </React.Fragment>
    ))}
  </>
);
