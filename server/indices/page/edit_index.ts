import type { AuditedAct } from '../../../common/audit/entry';
import { WatchkeeperError } from '../../../common/errors';
import type { IndexDetail } from '../../../common/indices/indices_api';
import type { AliasBody, IndexEdit } from '../../../common/indices/page/edits';
import { changedSince } from '../../../common/indices/page/settings';
import type { FlatSettings } from '../../../common/indices/page/settings';
import type { Audit } from '../../audit/types';
import type { ClusterRequest } from '../../cluster/types';
import { noteAct } from '../audited';
import { unconfirmed } from '../cluster_answers';
import type { ChangeAnswer } from '../cluster_answers';
import { readIndex } from '../listing/read_index';
import type { By } from '../types';

const AUDITED: Readonly<Record<IndexEdit['edit'], AuditedAct>> = {
  settings: 'index.settings_changed',
  mapping: 'index.mapping_changed',
  put_alias: 'index.aliases_changed',
  remove_alias: 'index.aliases_changed',
};

const conflict = (changed: string[], now: unknown): WatchkeeperError =>
  new WatchkeeperError(
    'conflict',
    `Changed by somebody else since you opened the page: ${changed.join(', ')}. Nothing was overwritten.`,
    { changed, now }
  );

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** @throws WatchkeeperError `conflict` where what is to be changed is not as it was seen */
const demandUnchanged = (edit: IndexEdit, { settings, aliases }: IndexDetail): void => {
  if (edit.edit === 'mapping') return;
  if (edit.edit === 'settings') {
    const changed = changedSince(Object.keys(edit.changes), edit.seen, settings);
    if (changed.length === 0) return;
    const now: FlatSettings = Object.fromEntries(
      changed.flatMap((name) => (name in settings ? [[name, settings[name]]] : []))
    );
    throw conflict(changed, now);
  }
  const now: AliasBody | null = aliases[edit.alias] ?? null;
  if (!isSame(sorted(now), sorted(edit.seen))) throw conflict([edit.alias], now);
};

/** Members in one order, so that the same reads the same. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, each]) => [name, sorted(each)])
      )
    : value;

const requestFor = (index: string, edit: IndexEdit): ClusterRequest => {
  const path = `/${encodeURIComponent(index)}`;
  switch (edit.edit) {
    case 'settings':
      return { method: 'PUT', path: `${path}/_settings`, body: edit.changes };
    case 'mapping':
      return { method: 'PUT', path: `${path}/_mapping`, body: edit.mapping };
    case 'put_alias': {
      const add = { index, alias: edit.alias, ...edit.body };
      return { method: 'POST', path: '/_aliases', body: { actions: [{ add }] } };
    }
    case 'remove_alias': {
      const remove = { index, alias: edit.alias };
      return { method: 'POST', path: '/_aliases', body: { actions: [{ remove }] } };
    }
  }
};

/** It came through, but the cluster has not confirmed it: what stands there now is what counts. */
const demandConfirmed = (answer: ChangeAnswer): void => {
  const reason = unconfirmed(answer);
  if (reason !== undefined) {
    throw new WatchkeeperError('cluster_refused', `${reason} Look again later.`);
  }
};

/**
 * Changes the settings, mapping or aliases of one index, as the caller.
 *
 * @throws WatchkeeperError `conflict` where somebody changed the same since it was seen; `not_found`; what the cluster
 *   refuses
 */
export const editIndex = async (
  { cluster, caller }: By,
  audit: Audit,
  name: string,
  edit: IndexEdit
): Promise<IndexDetail> => {
  demandUnchanged(edit, await readIndex(cluster, name));
  const { body } = await cluster.request<ChangeAnswer>(requestFor(name, edit));
  await noteAct(audit, caller, AUDITED[edit.edit], name);
  demandConfirmed(body);
  return readIndex(cluster, name);
};
