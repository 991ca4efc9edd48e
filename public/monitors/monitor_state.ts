import { i18n } from '@osd/i18n';
import type { Authorisation } from '../../common/monitors/api';
import type { RunProblem, RunRow } from '../../common/monitors/run';

/** How a monitor is, in one word: the worst of what is known about it. */
export type MonitorStateName =
  'disabled' | 'needs_adoption' | 'failing' | 'triggered' | 'ok' | 'new';

/** Why a run failed: the query's reason, else that of the first trigger whose condition failed. */
export const runProblem = ({ problem, triggers = [] }: RunRow): RunProblem | undefined =>
  problem ?? triggers.find((trigger) => trigger.problem)?.problem;

interface KnownOfMonitor {
  enabled: boolean;
  authorisation: Authorisation;
  last_run: RunRow | null;
}

export const monitorState = ({
  enabled,
  authorisation,
  last_run: run,
}: KnownOfMonitor): MonitorStateName => {
  if (authorisation === 'needs_adoption') return 'needs_adoption';
  if (!enabled) return 'disabled';
  if (!run) return 'new';
  if (run.outcome === 'error' || runProblem(run)) return 'failing';
  return run.outcome === 'triggered' ? 'triggered' : 'ok';
};

export const stateLabel = (state: MonitorStateName): string => {
  switch (state) {
    case 'disabled':
      return i18n.translate('watchkeeper.monitorState.disabledLabel', {
        defaultMessage: 'Disabled',
      });
    case 'needs_adoption':
      return i18n.translate('watchkeeper.monitorState.needsAdoptionLabel', {
        defaultMessage: 'Needs adoption',
      });
    case 'failing':
      return i18n.translate('watchkeeper.monitorState.failingLabel', { defaultMessage: 'Failing' });
    case 'triggered':
      return i18n.translate('watchkeeper.monitorState.triggeredLabel', {
        defaultMessage: 'Triggered',
      });
    case 'new':
      return i18n.translate('watchkeeper.monitorState.newLabel', { defaultMessage: 'Starting' });
    case 'ok':
      return i18n.translate('watchkeeper.monitorState.okLabel', { defaultMessage: 'Enabled' });
  }
};

/** Colours of `EuiHealth`. */
export const stateColor = (state: MonitorStateName): string => {
  switch (state) {
    case 'needs_adoption':
    case 'failing':
      return 'danger';
    case 'triggered':
      return 'warning';
    case 'disabled':
      return 'subdued';
    default:
      return 'success';
  }
};
