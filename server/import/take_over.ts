import { messageOf } from '../../common/errors';
import type { ExistingPolicy, ImportResult, TakeOverList } from '../../common/import/api';
import type { ImportedDocument } from '../../common/import/documents';
import { withMailParts } from '../../common/import/mail_channels';
import { originOf } from '../../common/import/origin';
import { textAt } from '../../common/import/plain';
import type { ImportWarning } from '../../common/import/warning';
import { bring, bringMonitor, eachInTurn, refusedRow } from './bring';
import type { KeyedDocument } from './bring';
import { inTurn } from './in_turn';
import { Neighbour, originalKindOf } from './neighbour';
import type { Original, OriginalKind } from './neighbour';
import { rowsOf } from './rows';
import type { Hands } from './types';

const READS_AT_ONCE = 10;

const keyOf = (kind: OriginalKind | 'destination', id: string): string => `${kind}:${id}`;

const keyed = (kind: OriginalKind | 'destination', document: unknown): KeyedDocument[] => {
  const id = textAt(document, '_id') ?? textAt(document, 'config_id') ?? textAt(document, 'id');
  return id === undefined ? [] : [{ key: keyOf(kind, id), document }];
};

/** Destinations that were moved to Notifications have the same id there, and are kept up to date there. */
const destinationsOf = async (neighbour: Neighbour): Promise<KeyedDocument[]> => {
  const channels = await neighbour.channels();
  const legacy = await neighbour.destinations();
  const all = withMailParts([...channels, ...legacy]).flatMap((each) => keyed('destination', each));
  return [...new Map(all.reverse().map((each) => [each.key, each])).values()].reverse();
};

const monitorsOf = async (
  neighbour: Neighbour
): Promise<{ documents: KeyedDocument[]; notes: string[] }> => {
  const { documents: hits, total } = await neighbour.monitors();
  const documents = hits.flatMap((hit) => {
    const kind = originalKindOf(hit);
    return kind ? keyed(kind, hit) : [];
  });
  const notes =
    total > hits.length
      ? [`Only the first ${hits.length} are listed: take these over, then look again.`]
      : [];
  return { documents, notes };
};

/** Lists what the cluster's own Alerting plugin holds, each with what would become of it. */
export const listTakeOver = async (hands: Hands, now: number): Promise<TakeOverList> => {
  const found = await Neighbour.find(hands.cluster);
  if (found.kind === 'absent') return { available: false, reason: found.reason };
  const { neighbour } = found;
  const { documents, notes } = await monitorsOf(neighbour);
  // Whoever may see monitors need not see channels.
  const destinations = await destinationsOf(neighbour).catch((error: unknown) => {
    notes.push(`The destinations cannot be listed: ${messageOf(error)}`);
    return [];
  });
  const items = await rowsOf([...documents, ...destinations], hands, now);
  return { available: true, api: neighbour.base, items, notes };
};

export interface TakeOverOptions {
  ids: readonly string[];
  disableOriginals: boolean;
  existing: ExistingPolicy;
  now: number;
}

interface Taken {
  documents: KeyedDocument[];
  originals: ReadonlyMap<string, Original>;
  gone: string[];
}

const ORIGINAL_KEY = /^(monitor|workflow):(.+)$/s;

/** Those chosen, as they stand at this moment. */
const taken = async (neighbour: Neighbour, ids: readonly string[]): Promise<Taken> => {
  const wanted = ids.flatMap((key) => {
    const match = ORIGINAL_KEY.exec(key);
    // The expression knows no other kinds.
    return match ? [{ key, kind: match[1] as OriginalKind, id: match[2] }] : [];
  });
  const read = await inTurn(wanted, READS_AT_ONCE, async ({ key, kind, id }) => ({
    key,
    original: await neighbour.get(kind, id),
  }));
  const originals = new Map(
    read.flatMap(({ key, original }) => (original ? [[key, original] as const] : []))
  );
  const chosen = new Set(ids);
  const someDestinations = ids.some((key) => key.startsWith(keyOf('destination', '')));
  const destinations = someDestinations ? await destinationsOf(neighbour) : [];
  const documents = [
    ...destinations.filter(({ key }) => chosen.has(key)),
    ...[...originals].map(([key, { document }]) => ({ key, document })),
  ];
  const found = new Set(documents.map(({ key }) => key));
  return { documents, originals, gone: ids.filter((key) => !found.has(key)) };
};

/** Takes over one monitor after another: never do both run, and never neither without a word. */
class TakeOver {
  constructor(
    private readonly hands: Hands,
    private readonly neighbour: Neighbour,
    private readonly options: TakeOverOptions
  ) {}

  async monitor(
    document: KeyedDocument,
    imported: Extract<ImportedDocument, { kind: 'monitor' }>,
    original: Original
  ): Promise<ImportResult> {
    const { existing, now } = this.options;
    const { result } = imported;
    if ('problems' in result) {
      const [row] = await bring([document], { existing, enable: false, now }, this.hands);
      return row;
    }
    // Disabled until the original is; one that cannot run does not end the original either.
    const { row, unproven } = await bringMonitor(document, result, false, existing, this.hands);
    const runs = result.source.enabled;
    if (unproven !== undefined || !this.options.disableOriginals) return this.beside(row, runs);
    const fault = await this.faultOf(row, result.warnings);
    if (fault !== undefined) {
      const message = `It is disabled until this is mended: ${fault}`;
      return this.beside({ ...row, messages: [message, ...row.messages] }, runs);
    }
    return runs ? this.replace(row, original) : this.resume(row);
  }

  /** Why it cannot be enabled as it stands here. */
  private async faultOf(
    { outcome, id, enabled }: ImportResult,
    warnings: readonly ImportWarning[]
  ): Promise<string | undefined> {
    if (outcome !== 'kept') return warnings.find(({ stops }) => stops)?.message;
    if (enabled || id === undefined) return undefined;
    try {
      await this.hands.monitors.adopt(id);
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  }

  private beside(row: ImportResult, runs: boolean): ImportResult {
    const message = row.enabled
      ? 'The original runs, too: both send.'
      : 'The original still runs, so this one is disabled: nothing is sent twice.';
    return {
      ...row,
      original_enabled: runs,
      messages: runs ? [...row.messages, message] : row.messages,
    };
  }

  private async replace(row: ImportResult, original: Original): Promise<ImportResult> {
    let disabled: Original;
    try {
      disabled = await this.neighbour.setEnabled(original, false);
    } catch (error) {
      const message = `The original could not be disabled, so this one is not enabled: ${messageOf(error)}`;
      return { ...row, original_enabled: true, messages: [message, ...row.messages] };
    }
    try {
      return { ...(await this.enabled(row)), original_enabled: false };
    } catch (error) {
      return this.giveBack(row, disabled, messageOf(error));
    }
  }

  /** Ours could not be enabled: the original runs on. */
  private async giveBack(
    row: ImportResult,
    original: Original,
    reason: string
  ): Promise<ImportResult> {
    const given = await this.neighbour.setEnabled(original, true).then(
      () => true,
      () => false
    );
    const message = given
      ? `It could not be enabled, so the original runs on: ${reason}`
      : `NEITHER runs: the original is disabled, and this one could not be enabled: ${reason}`;
    return { ...row, original_enabled: given, messages: [message, ...row.messages] };
  }

  /** The original does not run. It did when a former take-over, that did not come to its end, has disabled it. */
  private async resume(row: ImportResult): Promise<ImportResult> {
    const ours = row.id === undefined ? undefined : await this.hands.monitors.find(row.id);
    const ran = row.outcome === 'kept' && ours !== undefined && originOf(ours.monitor)?.enabled;
    const result = ran && !row.enabled ? await this.enabled(row) : row;
    return { ...result, original_enabled: false };
  }

  private async enabled(row: ImportResult): Promise<ImportResult> {
    if (row.id === undefined || row.enabled) return row;
    await this.hands.monitors.enable(row.id);
    return { ...row, enabled: true };
  }
}

/** Brings those chosen, and disables their originals where that is wanted. */
export const takeOver = async (hands: Hands, options: TakeOverOptions): Promise<ImportResult[]> => {
  const { existing, now, ids } = options;
  const found = await Neighbour.find(hands.cluster);
  if (found.kind === 'absent') {
    return ids.map((key) => refusedRow({ key, document: {} }, 'unknown', '', [found.reason]));
  }
  const { documents, originals, gone } = await taken(found.neighbour, ids);
  const work = new TakeOver(hands, found.neighbour, options);
  const results = await eachInTurn(documents, now, async (document, imported) => {
    const original = originals.get(document.key);
    if (imported.kind === 'monitor' && original) {
      return work.monitor(document, imported, original);
    }
    const [row] = await bring([document], { existing, enable: false, now }, hands);
    return row;
  });
  const missing = gone.map((key) =>
    refusedRow({ key, document: {} }, 'unknown', key, ['It is not there any more.'])
  );
  return [...results, ...missing];
};
