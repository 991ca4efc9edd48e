import { createLogIndex, logLine, logMonitor } from '../support/product';
import { waitFor } from '../support/wait_for';
import type { Stage } from './stage';

/** What the stops of the tour show. */
export interface Sights {
  monitorId: string;
  destinationId: string;
  alertId: string;
  index: string;
}

/** Fills a stage: monitors of every state, an open alert and a past one, destinations of both kinds. */
export async function furnish({ app, cluster, host, receiver }: Stage): Promise<Sights> {
  const index = cluster.uniqueName('k8s-logs');
  await createLogIndex(cluster, index);
  const { id: destinationId } = await app.addWebhook(`${receiver.url}/hook`, 'On-call inbox');
  const slack = { type: 'slack', name: 'Operations channel' };
  const secrets = { url: `${receiver.url}/services/T/B/x` };
  await host.api('POST', '/api/watchkeeper/destinations', { ...slack, secrets });

  const always = logMonitor(index, destinationId);
  always.triggers[0].query_level_trigger.condition.script.source = 'true';
  const { id: monitorId } = await app.addMonitor(always);
  await cluster.index(index, [logLine('payment refused'), logLine('cart lost')]);
  const gone = await app.addMonitor({ ...always, name: 'Let go' });
  await app.addMonitor({
    ...logMonitor(index, undefined, { name: 'Asleep', enabled: false }),
  });
  const failing = logMonitor(index, undefined, { name: 'Failing' });
  failing.triggers[0].query_level_trigger.condition.script.source =
    'ctx.results[0].nothing.here > 0';
  await app.addMonitor(failing);
  await host.api('POST', '/api/saved_objects/watchkeeper-monitor', {
    attributes: { ...always, name: undefined, title: 'Written past the page' },
  });

  const [alert] = await waitFor('the alerts', async () => {
    const found = await app.alerts('state=open');
    const ours = found.filter(({ monitor_id: id }) => id === monitorId);
    const others = found.filter(({ monitor_id: id }) => id === gone.id);
    return ours.length > 0 && others.length > 0 && ours;
  });
  await app.remove(gone.id);
  await waitFor('a run that sent', async () =>
    (await app.runs(monitorId)).some(({ messages }) => messages[0]?.status === 'sent')
  );
  return { monitorId, destinationId, alertId: alert.id, index };
}
