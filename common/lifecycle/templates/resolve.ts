import { takesIn } from './patterns';

/** A template of a policy, with whose it is. */
export interface PolicyTemplate {
  policy_id: string;
  index_patterns: readonly string[];
  priority: number;
  /** Epoch milliseconds. Indices that are older are not attached by themselves. */
  last_updated_time?: number;
}

export interface Candidate extends PolicyTemplate {
  wins: boolean;
}

/**
 * Every template that takes in a name, the one that wins first. Of equal priorities the server takes whichever it reads
 * last, so that nobody can tell: then none of them wins for sure.
 *
 * @param name of the index, or of the data stream that it belongs to
 */
export const resolvePolicy = (
  templates: readonly PolicyTemplate[],
  name: string
): { candidates: Candidate[]; winner?: string; ambiguous: boolean } => {
  const found = templates
    .filter(({ index_patterns: patterns }) => takesIn(patterns, name))
    .sort((a, b) => b.priority - a.priority || a.policy_id.localeCompare(b.policy_id));
  const best = found.at(0)?.priority;
  const first = new Set(
    found.filter(({ priority }) => priority === best).map(({ policy_id: id }) => id)
  );
  const [winner] = first;
  const ambiguous = first.size > 1;
  return {
    candidates: found.map((template) => ({
      ...template,
      wins: !ambiguous && template.policy_id === winner && template.priority === best,
    })),
    ...(winner === undefined || ambiguous ? {} : { winner }),
    ambiguous,
  };
};
