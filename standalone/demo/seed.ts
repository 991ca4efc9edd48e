import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DESTINATION_NAME, MONITOR_NAME, demoDestination, demoMonitor } from './demo_monitor';
import { ApiError } from './plugin_api';
import type { PluginApi } from './plugin_api';

/** What the first start made. Whatever its user changed or deleted since then stays that way. */
interface Seeded {
  cluster_uuid: string;
  destination_id: string;
  inbox_url: string;
}

interface Saved {
  id: string;
  version: string;
}

interface Listed {
  items: Array<{ id: string; name?: string; destination?: { name: string } }>;
}

const READY_MS = 90_000;

function read(file: string): Seeded | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(file: string, seeded: Seeded): void {
  writeFileSync(`${file}.new`, JSON.stringify(seeded));
  renameSync(`${file}.new`, file);
}

/** The plugin answers 503 until its cluster and its own indices are ready. */
async function whenReady<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const early = !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
      if (!early || Date.now() > deadline) throw error;
      await sleep(1_000);
    }
  }
}

async function findByName(api: PluginApi, path: string, name: string): Promise<string | undefined> {
  const { items } = await api.get<Listed>(`${path}?search=${encodeURIComponent(name)}`);
  return items.find((item) => (item.name ?? item.destination?.name) === name)?.id;
}

async function create(api: PluginApi, inboxUrl: string): Promise<string> {
  const found = await findByName(api, '/destinations', DESTINATION_NAME);
  const destinationId =
    found ?? (await api.post<Saved>('/destinations', demoDestination(inboxUrl))).id;
  const monitor = await findByName(api, '/monitors', MONITOR_NAME);
  if (!monitor) await api.post('/monitors', { monitor: demoMonitor(destinationId) });
  return destinationId;
}

/** The inbox moved, for example to another port: the destination's secret URL goes along. */
async function move(api: PluginApi, seeded: Seeded, inboxUrl: string): Promise<void> {
  const path = `/destinations/${seeded.destination_id}`;
  try {
    const { version } = await api.get<Saved>(path);
    await api.put(path, { ...demoDestination(inboxUrl), version });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  }
}

/**
 * Creates the demo's destination and monitor through the plugin's API, once per cluster: a second start finds its note
 * in the file.
 */
export async function seed(
  api: PluginApi,
  file: string,
  clusterUuid: string,
  inboxUrl: string
): Promise<void> {
  const seeded = read(file);
  if (seeded?.cluster_uuid !== clusterUuid) {
    const id = await whenReady(() => create(api, inboxUrl));
    write(file, { cluster_uuid: clusterUuid, destination_id: id, inbox_url: inboxUrl });
  } else if (seeded.inbox_url !== inboxUrl) {
    await whenReady(() => move(api, seeded, inboxUrl));
    write(file, { ...seeded, inbox_url: inboxUrl });
  }
}
