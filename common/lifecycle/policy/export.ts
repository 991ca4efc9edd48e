import type { JsonObject } from '../../json/record';
import { stringifyLossless } from '../../json/lossless';
import { canonicalPolicy, canonicalText } from './canonical';

/** A policy as it goes out. */
export interface ExportedPolicy {
  id: string;
  body: JsonObject;
}

/** Several policies in canonical form as one file, which an import takes; of one, what the server takes. */
export const exportedText = (policies: readonly ExportedPolicy[]): string =>
  policies.length === 1
    ? canonicalText(policies[0].body)
    : `${stringifyLossless(
        { policies: policies.map(({ id, body }) => ({ _id: id, policy: canonicalPolicy(body) })) },
        2
      )}\n`;

/** Letters, digits, underscores and hyphens, no digit first. */
const nameOf = (id: string): string => {
  const name = id.replace(/[^A-Za-z0-9_-]/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : `policy_${name}`;
};

/** What begins an expression within a text of Terraform stands for itself when it is doubled. */
const escaped = (text: string): string => text.replace(/([$%])\{/g, '$1$1{');

const quoted = (text: string): string => escaped(JSON.stringify(text));

/**
 * Policies as resources of the provider `opensearch-project/opensearch`. Source of the form: its documentation of
 * `opensearch_ism_policy`.
 */
export const terraformText = (policies: readonly ExportedPolicy[]): string => {
  const used = new Map<string, number>();
  return policies
    .map(({ id, body }) => {
      const name = nameOf(id);
      const count = (used.get(name) ?? 0) + 1;
      used.set(name, count);
      const text = escaped(canonicalText(body));
      return `resource "opensearch_ism_policy" "${count === 1 ? name : `${name}_${count}`}" {
  policy_id = ${quoted(id)}
  body      = <<JSON
${text}JSON
}
`;
    })
    .join('\n');
};
