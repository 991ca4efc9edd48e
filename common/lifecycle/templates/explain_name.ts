import { isExclusion, matches, takesIn } from './patterns';
import type { PolicyTemplate } from './resolve';

/** What `restricted_index_pattern` is where nobody has changed it. */
export const RESTRICTED = '\\.opendistro_security|\\.kibana.*|\\.opendistro-ism-config';

/** What is known of an index that is there. */
export interface KnownIndex {
  created_at: number;
  hidden?: boolean;
  /** The policy that manages it already. */
  policy_id?: string;
  /** The data stream that it belongs to: templates match by the name of that. */
  data_stream?: string;
}

/** How a template that matches stands. */
export type Standing =
  | 'wins'
  /** Another one has a higher priority. */
  | 'loses'
  /** Another policy has the same priority: whichever the server reads last. */
  | 'tied'
  /** It was saved after the index was made, so that it does not look at it. */
  | 'too_new';

export interface StandingTemplate extends PolicyTemplate {
  standing: Standing;
  /** The pattern that matches the name. */
  pattern: string;
}

/** A template one of whose patterns matches, and another leaves out. */
export interface ExcludingTemplate extends PolicyTemplate {
  /** The exclusion, with its minus. */
  exclusion: string;
}

export type NameOutcome =
  /** A policy takes it in: at once when it is made, or within minutes where it is there already. */
  | { kind: 'taken'; policy_id: string }
  /** It is managed already, so that templates do not count. `policy_id`: by which. */
  | { kind: 'managed'; policy_id: string }
  | { kind: 'ambiguous'; policies: string[] }
  /** The templates that match are newer than the index: it must be given a policy by hand. */
  | { kind: 'too_old' }
  /** Its name begins with a dot, or it is hidden, and it belongs to no data stream. */
  | { kind: 'hidden' }
  /** It is one of those that no policy may manage. */
  | { kind: 'restricted' }
  | { kind: 'none' };

export interface NameExplained {
  outcome: NameOutcome;
  /** Which policy would take in an index of this name that is made now; for one that is there already. */
  new_one?: string;
  /** Every template that matches, the highest priority first. */
  templates: StandingTemplate[];
  excluded: ExcludingTemplate[];
}

/** As the server matches: the whole name. A pattern that only Java understands restricts nothing here. */
const isRestricted = (name: string, pattern: string): boolean => {
  try {
    return new RegExp(`^(?:${pattern})$`).test(name);
  } catch {
    return false;
  }
};

const matching = (patterns: readonly string[], name: string): string | undefined =>
  patterns.find((pattern) => !isExclusion(pattern) && matches(pattern, name));

const excludedBy = (templates: readonly PolicyTemplate[], name: string): ExcludingTemplate[] =>
  templates.flatMap((template) => {
    const { index_patterns: patterns } = template;
    const exclusion = patterns.find((each) => isExclusion(each) && matches(each.slice(1), name));
    return exclusion !== undefined && matching(patterns, name) !== undefined
      ? [{ ...template, exclusion }]
      : [];
  });

/** The policies with the highest priority among some templates. */
const bestOf = (templates: readonly PolicyTemplate[]): string[] => {
  const top = Math.max(...templates.map(({ priority }) => priority));
  const best = templates.filter(({ priority }) => priority === top);
  return [...new Set(best.map(({ policy_id: id }) => id))];
};

const standingOf = (
  { policy_id: id, priority }: PolicyTemplate,
  isEligible: boolean,
  eligible: readonly PolicyTemplate[],
  best: readonly string[]
): Standing => {
  if (!isEligible) return 'too_new';
  if (!best.includes(id) || eligible.some((other) => other.priority > priority)) return 'loses';
  return best.length > 1 ? 'tied' : 'wins';
};

/**
 * Which policy takes in an index of a name, and why no other. Source: OpenSearch index-management, `ISMTemplateService`
 * and `ManagedIndexCoordinator`: a template does not look at indices that are older than itself; of those left the
 * highest priority wins.
 *
 * @param name of an index, or of a data stream
 * @param index where there is such an index
 * @param isStream whether it is the name of a data stream: what belongs to one is taken in though it is hidden
 */
export const explainName = (
  templates: readonly PolicyTemplate[],
  name: string,
  {
    index,
    isStream = false,
    restricted = RESTRICTED,
  }: { index?: KnownIndex; isStream?: boolean; restricted?: string } = {}
): NameExplained => {
  const matched = index?.data_stream ?? name;
  const found = templates
    .filter(({ index_patterns: patterns }) => takesIn(patterns, matched))
    .sort((a, b) => b.priority - a.priority || a.policy_id.localeCompare(b.policy_id));
  const isEligible = ({ last_updated_time: since = Infinity }: PolicyTemplate): boolean =>
    index === undefined || since < index.created_at;
  const eligible = found.filter(isEligible);
  const best = bestOf(eligible);
  const newest = bestOf(found);
  const standing = found.map((template) => ({
    ...template,
    standing: standingOf(template, isEligible(template), eligible, best),
    pattern: matching(template.index_patterns, matched) ?? '',
  }));
  const inStream = isStream || index?.data_stream !== undefined;
  const outcome = (): NameOutcome => {
    if (index?.policy_id !== undefined) return { kind: 'managed', policy_id: index.policy_id };
    if (isRestricted(name, restricted)) return { kind: 'restricted' };
    if (!inStream && (name.startsWith('.') || index?.hidden)) return { kind: 'hidden' };
    if (found.length === 0) return { kind: 'none' };
    if (eligible.length === 0) return { kind: 'too_old' };
    return best.length > 1
      ? { kind: 'ambiguous', policies: best }
      : { kind: 'taken', policy_id: best[0] };
  };
  return {
    outcome: outcome(),
    ...(index && newest.length === 1 ? { new_one: newest[0] } : {}),
    templates: standing,
    excluded: excludedBy(templates, matched),
  };
};
