import type { IndexFacts } from '../../decide/facts';
import type { Surroundings } from '../surroundings';

const DAY = 86_400_000;
export const NOW = 1000 * DAY;

/** A policy and what is around it. */
export interface LintCase {
  states: object[];
  around?: Partial<Surroundings>;
  template?: object;
  more?: object;
}

/** A rule, a policy that it finds fault with, and one that it does not. */
export interface RuleCase {
  rule: string;
  bad: LintCase;
  good: LintCase;
}

export const facts = (changes: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name: 'cwl-app-2023.02.22', uuid: 'u', created_at: NOW - DAY, status: 'open' },
  ...{ docs: 1, primary_bytes: 1, largest_shard_bytes: 1, primaries: 2, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
  ...changes,
});

export const ROLLED = facts({
  ...{ name: 'logs-2023.02-000001', rollover_alias: 'logs' },
  aliases: [{ name: 'logs', is_write_index: true, members: 1 }],
});

export const DAYS = (count: number): number => NOW - count * DAY;

export const to = (state: string, conditions?: object): object => ({
  ...{ state_name: state, ...(conditions ? { conditions } : {}) },
});
export const END = { name: 'z', actions: [{ delete: {} }] };
const SNAPSHOT = { snapshot: { repository: 'r', snapshot: 's' } };

export const state = (name: string, actions: object[], ...transitions: object[]): object => ({
  ...{ name, actions, transitions },
});
/** One state with these actions, and then a delete. */
export const acting = (...actions: object[]): object[] => [state('a', actions, to('z')), END];
export const leading = (...transitions: object[]): object[] => [
  state('a', [], ...transitions),
  END,
];
export const rolling = (conditions?: object): object[] => [
  state('a', [{ rollover: { min_doc_count: 1 } }], to('z', conditions)),
  END,
];
export const guarded = (): object[] => acting(SNAPSHOT);
export const index = (changes: Partial<IndexFacts> = {}) => ({ facts: facts(changes) });
