import type { Finding } from '../findings/finding';
import type { Follows } from '../alerts/incidents';
import type { SharedTemplates } from '../notifications/templates/shared/include';
import type { Monitor } from './monitor';
import type { RunProblem, Window } from './run';
import type { MonitorState } from './state';
import type { Verdict } from './verdict';

/** What a run came to. */
export type Outcome =
  | {
      kind: 'answer';
      /** As conditions and messages see it: `ctx.results`. */
      results: readonly unknown[];
      verdicts: Verdict[];
      /** What the monitor remembers from now on; absent: as before. */
      memory?: unknown;
      findings?: Array<Omit<Finding, 'rev' | 'at'>>;
    }
  /** The query itself failed: nothing is known about any trigger. */
  | { kind: 'problem'; problem: RunProblem };

export interface StepInput {
  monitorId: string;
  monitor: Monitor;
  state: MonitorState;
  window: Window;
  finding: Outcome;
  /** The instant of the commit, epoch milliseconds. */
  now: number;
  /** `public_base_url` of the configuration: what links in messages begin with. */
  baseUrl?: string;
  /** Whether a destination keeps an incident, and so must hear of ends whatever an action's author chose. */
  follows?: Follows;
  /** Those that messages may name. */
  templates?: SharedTemplates;
  /** Hears what each message is rendered from, before it is: for editors. It changes nothing. */
  hears?: (about: MessageOrigin) => void;
}

/** What a message is rendered from. */
export interface MessageOrigin {
  triggerId: string;
  actionId: string;
  ctx: Readonly<Record<string, unknown>>;
}
