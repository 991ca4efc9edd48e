import { randomUUID } from 'node:crypto';
import { monitorSchema } from '../../common/monitors/monitor';
import type { MonitorInput } from '../../common/monitors/monitor';
import { MONITOR_TYPE } from '../../common/plugin';
import { proofHash } from '../../server/storage/authorisations';
import { toAttributes } from '../../server/storage/monitor_type';
import type { TestCluster } from './cluster';

const OBJECTS = '.watchkeeper-saved-objects';
const PROOFS = '.watchkeeper-authorisations-v1';

/**
 * Writes monitors with their proofs past every check, many at once, as the standalone host would have stored them: for
 * queries that no route would save, and for thousands.
 *
 * @returns their ids, in order
 */
export const addRawMonitors = async (
  cluster: TestCluster,
  monitors: MonitorInput[]
): Promise<string[]> => {
  const now = Date.now();
  const ids = monitors.map(() => randomUUID());
  const lines = monitors.flatMap((input, i) => {
    const monitor = monitorSchema.parse({ ...input, enabled_time: now });
    const { attributes, references } = toAttributes(monitor);
    const object = {
      type: MONITOR_TYPE,
      [MONITOR_TYPE]: attributes,
      references,
      updated_at: new Date(now).toISOString(),
    };
    const proofs = [{ hash: proofHash(monitor), at: now }];
    return [
      { index: { _index: PROOFS, _id: ids[i] } },
      { monitor_id: ids[i], proofs },
      { index: { _index: OBJECTS, _id: `${MONITOR_TYPE}:${ids[i]}` } },
      object,
    ];
  });
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { status, body } = await cluster.request<{ errors: boolean }>(
    'POST',
    '/_bulk?refresh=true',
    text
  );
  if (status !== 200 || body.errors) throw new Error(JSON.stringify(body).slice(0, 1000));
  return ids;
};
