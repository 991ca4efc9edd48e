import { phrase } from '../../phrase';
import { BACKOFFS, DEFAULT_RETRY } from '../policy/policy';
import type { Path } from '../policy/policy';
import { MOST_INT } from './check_param';
import type { Param } from './param';

/** What every action may have beside its parameters: `timeout` and `retry`. Source: OpenSearch index-management, `Action`. */
export const BESIDE_PARAMS: ReadonlyArray<{ path: Path; param: Param }> = [
  {
    path: ['timeout'],
    param: {
      name: 'timeout',
      label: phrase('watchkeeper.lifecycle.states.timeoutLabel', 'Gives up after'),
      type: { kind: 'duration' },
      help: phrase(
        'watchkeeper.lifecycle.states.timeoutHelp',
        'Counted from its start, retries included. Then it has failed for good. Without it, there is no limit.'
      ),
      example: '12h',
    },
  },
  {
    path: ['retry', 'count'],
    param: {
      name: 'count',
      label: phrase('watchkeeper.lifecycle.states.retryCountLabel', 'Further attempts'),
      type: { kind: 'integer', min: 0, max: MOST_INT },
      default: DEFAULT_RETRY.count,
      help: phrase('watchkeeper.lifecycle.states.retryCountHelp', 'After the first one fails'),
    },
  },
  {
    path: ['retry', 'backoff'],
    param: {
      name: 'backoff',
      label: phrase('watchkeeper.lifecycle.states.retryPauseLabel', 'Pauses between them'),
      type: {
        kind: 'choice',
        options: BACKOFFS,
        words: {
          exponential: phrase(
            'watchkeeper.lifecycle.states.backoffExponential',
            'Doubled each time'
          ),
          constant: phrase('watchkeeper.lifecycle.states.backoffConstant', 'All of one length'),
          linear: phrase(
            'watchkeeper.lifecycle.states.backoffLinear',
            'Longer by the first one each time'
          ),
        },
      },
      default: DEFAULT_RETRY.backoff,
    },
  },
  {
    path: ['retry', 'delay'],
    param: {
      name: 'delay',
      label: phrase('watchkeeper.lifecycle.states.retryFirstPauseLabel', 'First pause'),
      type: { kind: 'duration' },
      default: DEFAULT_RETRY.delay,
    },
  },
];
