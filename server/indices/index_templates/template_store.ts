import { WatchkeeperError, notFound } from '../../../common/errors';
import type { TemplateBody } from '../../../common/indices/index_templates/api';
import { isRecord } from '../../../common/json/record';
import { sameJson } from '../../../common/json/same_json';
import type { Cluster } from '../../cluster/types';

export type StoredKind = 'index_template' | 'component_template' | 'legacy_template';

const PATHS: Readonly<Record<StoredKind, string>> = {
  index_template: '/_index_template',
  component_template: '/_component_template',
  legacy_template: '/_template',
};

const WORDS: Readonly<Record<StoredKind, string>> = {
  index_template: 'index template',
  component_template: 'component template',
  legacy_template: 'legacy index template',
};

const pathOf = (kind: StoredKind, name: string): string =>
  `${PATHS[kind]}/${encodeURIComponent(name)}`;

interface Named {
  name: string;
  body: TemplateBody;
}

const objectsIn = (value: unknown): TemplateBody[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** The answers of the three calls, in one form. */
export const templatesIn = (kind: StoredKind, answer: unknown): Named[] => {
  const members = isRecord(answer) ? answer : {};
  if (kind === 'legacy_template') {
    return Object.entries(members).flatMap(([name, body]) =>
      isRecord(body) ? [{ name, body }] : []
    );
  }
  return objectsIn(members[`${kind}s`]).flatMap(({ name, [kind]: body }) =>
    isRecord(body) ? [{ name: String(name), body }] : []
  );
};

/** @throws WatchkeeperError `not_found` */
export const getTemplate = async (
  cluster: Cluster,
  kind: StoredKind,
  name: string
): Promise<TemplateBody> => {
  const { status, body } = await cluster.request(
    { method: 'GET', path: pathOf(kind, name) },
    { ignore: [404] }
  );
  const found = status === 200 && templatesIn(kind, body).find((each) => each.name === name);
  if (!found) throw notFound(WORDS[kind], name);
  return found.body;
};

const storedNow = async (
  cluster: Cluster,
  kind: StoredKind,
  name: string
): Promise<TemplateBody | undefined> => {
  try {
    return await getTemplate(cluster, kind, name);
  } catch (error) {
    if (error instanceof WatchkeeperError && error.code === 'not_found') return undefined;
    throw error;
  }
};

const conflict = (kind: StoredKind, name: string, why: 'exists' | 'gone' | 'changed') => {
  const sentence = {
    exists: `There is a template ${name} already. Choose another name, or open that one.`,
    gone: `The template ${name} was deleted after you opened it. Nothing was saved: make it anew if it is still wanted.`,
    changed: `Somebody else changed the template ${name} after you opened it. Nothing was overwritten.`,
  }[why];
  return new WatchkeeperError('conflict', sentence, { name, kind, why });
};

/**
 * Writes a template, unless another one stands there than the caller has seen. The cluster has no versions for
 * templates: between the look and the write there is a moment in which somebody else may write.
 *
 * @param seen as it was opened; undefined: there must be none
 * @throws WatchkeeperError `conflict`
 */
export const putTemplate = async (
  cluster: Cluster,
  kind: StoredKind,
  name: string,
  body: TemplateBody,
  seen: TemplateBody | undefined
): Promise<void> => {
  const now = await storedNow(cluster, kind, name);
  if (!seen && now) throw conflict(kind, name, 'exists');
  if (seen && !now) throw conflict(kind, name, 'gone');
  if (seen && !sameJson(seen, now)) throw conflict(kind, name, 'changed');
  await cluster.request({
    ...{ method: 'PUT', path: pathOf(kind, name), body },
    ...(seen ? {} : { query: { create: true } }),
  });
};

/** @throws WatchkeeperError `not_found` */
export const deleteTemplate = async (
  cluster: Cluster,
  kind: StoredKind,
  name: string
): Promise<void> => {
  const { status } = await cluster.request(
    { method: 'DELETE', path: pathOf(kind, name) },
    { ignore: [404] }
  );
  if (status === 404) throw notFound(WORDS[kind], name);
};
