import { randomUUID } from 'crypto';
import type { Logger } from 'opensearch-dashboards/server';
import { monitorAct } from '../../../common/audit/changes';
import type { Act, AuditedAct } from '../../../common/audit/entry';
import { messageOf } from '../../../common/errors';
import { isRecord } from '../../../common/json/record';
import type { Monitor } from '../../../common/monitors/monitor';
import { DESTINATION_TYPE, MONITOR_TYPE, TEMPLATE_TYPE } from '../../../common/plugin';
import type { Audit } from '../../audit/types';
import type { Clock } from '../../clock';
import type { Cluster } from '../../cluster/types';
import type { Authorisations } from '../authorisations';
import { proofOf } from '../authorisations';
import { writeHint } from '../hints';
import { fromAttributes } from '../monitor_type';
import type { SecretStore } from '../secrets';
import type { VersionStore } from '../version_store';
import type { WriteListener, WrittenObject } from './guarded_client';
import { keepSecrets } from './kept_secrets';

/** Who writes, and with whose hands the cluster is asked. */
export interface Writer {
  name?: string;
  /** What they say about this write. */
  note?: string;
  /** They bring a former version back. */
  isRestore?: boolean;
  /** @throws WatchkeeperError where what they write would never run. */
  demandTenant(): void;
  /** May have monitors run in their name. */
  mayWrite: boolean;
  /** Shows that they may run a monitor's query; throws when they may not, or when it cannot run. */
  prove(monitor: Monitor, id: string): Promise<void>;
}

export interface FollowUpDeps {
  /** As the service account. */
  cluster: Cluster;
  authorisations: Authorisations;
  versions: VersionStore;
  secrets: Pick<SecretStore, 'has' | 'removeAll'>;
  audit: Pick<Audit, 'record'>;
  /** Incidents that stand open at a destination of this kind. */
  openIncidents(destinationId: string, kind: string): Promise<number>;
  clock: Clock;
  logger: Logger;
}

/** Proofs at once, so that an import of thousands is no storm. */
const PROOFS_AT_ONCE = 8;

const DELETED: Readonly<Record<string, AuditedAct>> = {
  [MONITOR_TYPE]: 'monitor.deleted',
  [TEMPLATE_TYPE]: 'template.deleted',
};

const titleOf = (attributes: Record<string, unknown> | undefined): string | undefined =>
  typeof attributes?.title === 'string' ? attributes.title : undefined;

const whatOf = ({ type, attributes, before }: WrittenObject, { isRestore }: Writer): AuditedAct => {
  if (type === TEMPLATE_TYPE) return before ? 'template.updated' : 'template.created';
  if (type !== MONITOR_TYPE) return before ? 'destination.updated' : 'destination.created';
  return isRestore ? 'monitor.restored' : monitorAct(before, attributes);
};

const writtenAct = (object: WrittenObject, writer: Writer): Act => ({
  what: whatOf(object, writer),
  object_id: object.id,
  name: titleOf(object.attributes) ?? object.id,
  ...(writer.name ? { who: writer.name } : {}),
  ...(writer.note ? { said: writer.note } : {}),
});

/**
 * What follows a write: its version is kept, the other instances hear of it, and a monitor that its writer may run is
 * adopted by them at once. Nothing here fails a write that has happened.
 */
export const createFollowUp = (
  { cluster, authorisations, versions, secrets, audit, openIncidents, clock, logger }: FollowUpDeps,
  writer: () => Promise<Writer>
): WriteListener => {
  const guard = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.warn(`${what}: ${messageOf(error)}`);
    }
  };

  const keepVersions = (objects: WrittenObject[], { name, note }: Writer) =>
    versions.append(
      objects.map(({ type, id, attributes, references }) => ({
        id: randomUUID(),
        object_type: type,
        object_id: id,
        at: clock.now(),
        ...(name ? { author: name } : {}),
        ...(note ? { note } : {}),
        attributes,
        references,
      }))
    );

  const adopt = async ({ id, attributes, references }: WrittenObject, writer_: Writer) => {
    const monitor = fromAttributes(attributes, references);
    const records = await authorisations.read([id]);
    if (proofOf(monitor, records.get(id))) return;
    try {
      await writer_.prove(monitor, id);
    } catch (error) {
      logger.info(`Monitor ${id} waits to be adopted: ${messageOf(error)}`);
      return;
    }
    await authorisations.record(id, monitor, writer_.name, clock.now());
  };

  const adoptAll = async (monitors: WrittenObject[], writer_: Writer) => {
    const waiting = [...monitors];
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await adopt(next, writer_);
    };
    await Promise.all(Array.from({ length: PROOFS_AT_ONCE }, work));
  };

  /** What a deletion leaves behind. */
  const leftBy = async (
    type: string,
    id: string,
    before: unknown
  ): Promise<Pick<Act, 'details'>> => {
    const kind = isRecord(before) ? before.type : undefined;
    if (type !== DESTINATION_TYPE || typeof kind !== 'string') return {};
    let open = 0;
    await guard('Open incidents could not be counted', async () => {
      open = await openIncidents(id, kind);
    });
    return open === 0 ? {} : { details: { open_incidents: open } };
  };

  return {
    async admit() {
      (await writer()).demandTenant();
    },

    prepare: (objects, client) => keepSecrets(objects, client, secrets),

    async written(objects) {
      await guard('The audit was not told', async () => {
        const by = await writer();
        await audit.record(objects.map((object) => writtenAct(object, by)));
      });
      await guard('Versions could not be kept', async () => keepVersions(objects, await writer()));
      const monitors = objects.filter(({ type }) => type === MONITOR_TYPE);
      await guard('Monitors could not be adopted', async () => {
        const by = await writer();
        if (by.mayWrite) await adoptAll(monitors, by);
      });
    },

    async deleted(type, id, before) {
      await guard('The audit was not told', async () => {
        const { name: who } = await writer();
        const what = DELETED[type] ?? 'destination.deleted';
        const name = titleOf(before) ?? id;
        const left = await leftBy(type, id, before);
        await audit.record([{ what, object_id: id, name, ...(who ? { who } : {}), ...left }]);
      });
      if (type === DESTINATION_TYPE) {
        await guard('Secrets of a deleted destination are left', () => secrets.removeAll(id));
      }
      if (type !== MONITOR_TYPE) return;
      await guard('A hint could not be written', () =>
        writeHint(cluster, { at: clock.now(), kind: 'deleted', monitor_id: id })
      );
    },
  };
};
