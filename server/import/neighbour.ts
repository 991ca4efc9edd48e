import { WatchkeeperError } from '../../common/errors';
import { parseLossless, stringifyLossless } from '../../common/json/lossless';
import { fieldsAt, isFields, textAt, without } from '../../common/import/plain';
import type { Fields } from '../../common/import/plain';
import type { Cluster, ClusterRequest } from '../cluster/types';

/** Where the Alerting plugin answers; the second is that of Open Distro. */
const BASES = ['/_plugins/_alerting', '/_opendistro/_alerting'];
const CHANNELS = '/_plugins/_notifications/configs';

const PAGE = 500;
/** A search of the plugin pages no further. */
const WINDOW = 10_000;
const CHANNELS_PAGE = 100;

/** The plugin leaves `ui_metadata` out for others than Dashboards, and what is sent back without it is lost. */
const HEADERS = { 'user-agent': 'OpenSearch Dashboards OpenSearch-Dashboards' };

/** A cluster without the plugin knows no such path: how it says so differs by edition. */
const UNKNOWN_PATH = [400, 404, 405];

export type Found = { kind: 'there'; neighbour: Neighbour } | { kind: 'absent'; reason: string };

interface Answer {
  status: number;
  /** Parsed losslessly. */
  body: unknown;
}

/** Which of the plugin's two kinds of documents. */
export type OriginalKind = 'monitor' | 'workflow';

/** A document with its place in the plugin's index. */
export interface Original {
  kind: OriginalKind;
  id: string;
  /** As the plugin wraps it: with `_id` and its version. */
  document: Fields;
  fields: Fields;
}

const parsed = (text: string): unknown => {
  try {
    return parseLossless(text);
  } catch {
    return text;
  }
};

const listAt = (value: unknown, name: string): unknown[] => {
  const list = isFields(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
};

const numberAt = (value: unknown, name: string): number =>
  isFields(value) ? Number(value[name] ?? 0) : 0;

/** The cluster's own Alerting and Notifications plugins, as one caller sees them. */
export class Neighbour {
  private constructor(
    private readonly cluster: Cluster,
    /** The path that its API is under. */
    readonly base: string
  ) {}

  /** @throws WatchkeeperError where the caller may not look, or the cluster does not answer */
  static async find(cluster: Cluster): Promise<Found> {
    for (const base of BASES) {
      const neighbour = new Neighbour(cluster, base);
      const { status } = await neighbour.searchPage(0, 0);
      if (status < 400) return { kind: 'there', neighbour };
    }
    const reason = `The cluster has no Alerting plugin: neither ${BASES.join(' nor ')} answers.`;
    return { kind: 'absent', reason };
  }

  /** Monitors and workflows, by name; as hits of a search. */
  async monitors(): Promise<{ documents: unknown[]; total: number }> {
    const documents: unknown[] = [];
    for (let from = 0; from < WINDOW; from += PAGE) {
      const { body } = await this.searchPage(from, PAGE);
      const hits = fieldsAt(body, 'hits');
      const page = listAt(hits, 'hits');
      documents.push(...page);
      const total = numberAt(fieldsAt(hits, 'total'), 'value');
      if (page.length < PAGE || documents.length >= total) return { documents, total };
    }
    return { documents, total: Number.POSITIVE_INFINITY };
  }

  /** The destinations of Open Distro's Alerting; none where there were never any. */
  async destinations(): Promise<unknown[]> {
    const all: unknown[] = [];
    for (;;) {
      const path = `${this.base}/destinations`;
      const query = { size: PAGE, startIndex: all.length };
      const { status, body } = await this.ask({ method: 'GET', path, query }, UNKNOWN_PATH);
      const page = status < 400 ? listAt(body, 'destinations') : [];
      all.push(...page);
      if (page.length < PAGE || all.length >= numberAt(body, 'totalDestinations')) return all;
    }
  }

  /** The channels of Notifications; none where that plugin is not there. */
  async channels(): Promise<unknown[]> {
    const all: unknown[] = [];
    for (;;) {
      const query = { from_index: all.length, max_items: CHANNELS_PAGE };
      const request: ClusterRequest = { method: 'GET', path: CHANNELS, query };
      const { status, body } = await this.ask(request, UNKNOWN_PATH);
      const page = status < 400 ? listAt(body, 'config_list') : [];
      all.push(...page);
      if (page.length < CHANNELS_PAGE || all.length >= numberAt(body, 'total_hits')) return all;
    }
  }

  /** As it stands at this moment; undefined when it is gone. */
  async get(kind: OriginalKind, id: string): Promise<Original | undefined> {
    const { status, body } = await this.ask({ method: 'GET', path: this.pathOf(kind, id) }, [404]);
    const fields = fieldsAt(body, kind);
    return status === 404 || !isFields(body) || !fields
      ? undefined
      : { kind, id, document: body, fields };
  }

  /**
   * Enables or disables it, unless somebody has changed it since.
   *
   * @returns as it stands then
   * @throws WatchkeeperError `conflict` when it was changed; the plugin's own refusal
   */
  async setEnabled(original: Original, enabled: boolean): Promise<Original> {
    const { kind, id, document, fields } = original;
    const query = {
      if_seq_no: numberAt(document, '_seq_no'),
      if_primary_term: numberAt(document, '_primary_term'),
    };
    const body = stringifyLossless({ ...without(fields, OF_SERVER), enabled });
    const answer = await this.ask({ method: 'PUT', path: this.pathOf(kind, id), query, body }, []);
    const now = fieldsAt(answer.body, kind);
    if (isFields(answer.body) && now?.enabled === enabled) {
      return { kind, id, document: answer.body, fields: now };
    }
    throw new WatchkeeperError(
      'cluster_refused',
      `The Alerting plugin did not ${enabled ? 'enable' : 'disable'} it, without saying why.`
    );
  }

  private pathOf(kind: OriginalKind, id: string): string {
    return `${this.base}/${kind}s/${encodeURIComponent(id)}`;
  }

  private searchPage(from: number, size: number): Promise<Answer> {
    const path = `${this.base}/monitors/_search`;
    const body = {
      ...{ version: true, seq_no_primary_term: true, from, size },
      query: { match_all: {} },
      sort: [{ 'monitor.name.keyword': { order: 'asc', unmapped_type: 'keyword' } }],
    };
    return this.ask({ method: 'POST', path, body }, UNKNOWN_PATH);
  }

  private async ask(request: ClusterRequest, ignore: number[]): Promise<Answer> {
    const { status, body } = await this.cluster.text(request, { ignore, headers: HEADERS });
    return { status, body: parsed(body) };
  }
}

/** What the plugin writes itself, and refuses or ignores when it is sent. */
const OF_SERVER = ['user', 'data_sources', 'enabled_time', 'last_update_time', 'schema_version'];

/** What a hit of the plugin's search is; it also finds destinations and e-mail accounts. */
export const originalKindOf = (hit: unknown): OriginalKind | undefined => {
  const source = fieldsAt(hit, '_source');
  if (!source) return undefined;
  if (fieldsAt(source, 'monitor') || textAt(source, 'type') === 'monitor') return 'monitor';
  return fieldsAt(source, 'workflow') || textAt(source, 'type') === 'workflow'
    ? 'workflow'
    : undefined;
};
