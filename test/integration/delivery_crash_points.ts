/** Where a process of the crash test dies. */
export interface CrashPoint {
  /** Also the id of its destination, and how its messages' ids begin. */
  name: string;
  partition: number;
  at: 'create' | 'claim' | 'send' | 'outcome' | 'resend' | 'pause';
  /** `half`: of what was to be written at once, only the first half is. */
  when: 'before' | 'during' | 'half' | 'after';
  /** So many messages. */
  messages: number;
  /** They go out merged. */
  merged?: boolean;
  /** The receiver's first answer. */
  answers?: number;
  /** A request may have arrived before the process died. */
  arrives: boolean;
}

const one = { messages: 2, arrives: false };
const merged = { messages: 8, merged: true, arrives: false };

export const CRASH_POINTS: readonly CrashPoint[] = [
  { name: 'entered', at: 'create', when: 'after', ...one },
  { name: 'to-claim', at: 'claim', when: 'before', ...one },
  { name: 'claimed', at: 'claim', when: 'after', ...one },
  { name: 'to-send', at: 'send', when: 'before', ...one },
  { name: 'sending', at: 'send', when: 'during', ...one, arrives: true },
  { name: 'answered', at: 'send', when: 'after', ...one, arrives: true },
  { name: 'to-settle', at: 'outcome', when: 'before', ...one, arrives: true },
  { name: 'settled', at: 'outcome', when: 'after', ...one, arrives: true },
  { name: 'failed', at: 'outcome', when: 'before', ...one, answers: 503, arrives: true },
  { name: 'parts-claimed', at: 'claim', when: 'half', ...merged },
  { name: 'digest-sending', at: 'send', when: 'during', ...merged, arrives: true },
  { name: 'digest-answered', at: 'send', when: 'after', ...merged, arrives: true },
  { name: 'parts-settled', at: 'outcome', when: 'half', ...merged, arrives: true },
  { name: 'resending', at: 'resend', when: 'half', messages: 12, arrives: false } as const,
].map((point, partition) => ({ ...point, partition }) as CrashPoint);

/** Apart from the others, since it holds all of them. */
export const PAUSING: CrashPoint = {
  ...{ name: 'pausing', partition: 0, at: 'pause', when: 'after', messages: 0, arrives: false },
};

/** What a process of the test is told. */
export interface CrashOrder {
  clusterUrl: string;
  receiverUrl: string;
  /** Absent: it goes on with everything that the others left. */
  point?: CrashPoint;
}
