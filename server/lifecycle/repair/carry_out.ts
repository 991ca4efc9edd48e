import { WatchkeeperError } from '../../../common/errors';
import type { JsonObject } from '../../../common/json/record';
import type { RepairStep } from '../../../common/lifecycle/repair/plan_repair';
import type { StepOutcome } from '../../../common/lifecycle/repair/repair_api';
import type { Cluster } from '../../cluster/types';
import { actOnManaged } from '../native/act_on_managed';
import type { Dialect } from '../native/dialect';
import type { AliasDefinitions } from './repair_facts';

/** Under which name each dialect has its settings. */
const OWNERS: Readonly<Record<Dialect, string>> = {
  '/_plugins/_ism': 'plugins',
  '/_opendistro/_ism': 'opendistro',
};

const KEPT = ['filter', 'index_routing', 'search_routing', 'is_hidden'] as const;

/** An alias that is added again is written over as a whole. */
const kept = (definition: JsonObject = {}): JsonObject =>
  Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = definition[name];
      return value === undefined ? [] : [[name, value]];
    })
  );

export interface RepairWork {
  cluster: Cluster;
  dialect: Dialect;
  index: string;
  definitions: AliasDefinitions;
}

/** Both changes in one request: at no time are there two indices to write to, or none. */
const moveAlias = async (
  { cluster, index, definitions }: RepairWork,
  { alias, from }: Extract<RepairStep, { do: 'alias' }>
): Promise<void> => {
  const add = (name: string, isWritten: boolean) => ({
    add: { ...kept(definitions.get(name)), index: name, alias, is_write_index: isWritten },
  });
  const actions = [...(from === undefined ? [] : [add(from, false)]), add(index, true)];
  await cluster.request({ method: 'POST', path: '/_aliases', body: { actions } });
};

const retry = async ({ cluster, dialect, index }: RepairWork): Promise<void> => {
  const { updated, failed } = await actOnManaged(cluster, dialect, {
    ...{ act: 'retry', indices: [index] },
  });
  if (updated > 0) return;
  const reason = failed.at(0)?.reason ?? 'The engine passed over it: you may not manage the index.';
  throw new WatchkeeperError('cluster_refused', reason);
};

const take = async (work: RepairWork, step: RepairStep): Promise<void> => {
  switch (step.do) {
    case 'alias':
      return moveAlias(work, step);
    case 'setting': {
      const name = `index.${OWNERS[work.dialect]}.index_state_management.${step.name}`;
      const path = `/${encodeURIComponent(work.index)}/_settings`;
      await work.cluster.request({ method: 'PUT', path, body: { [name]: step.value } });
      return;
    }
    case 'retry':
      return retry(work);
  }
};

/**
 * Takes one step after the other, and none after one that failed.
 *
 * @throws WatchkeeperError of the first step: then nothing is done
 */
export const carryOut = async (
  work: RepairWork,
  steps: readonly RepairStep[]
): Promise<StepOutcome[]> => {
  const outcomes: StepOutcome[] = [];
  for (const [place, step] of steps.entries()) {
    try {
      await take(work, step);
      outcomes.push({ step, outcome: 'done' });
    } catch (error) {
      if (place === 0 || !(error instanceof WatchkeeperError)) throw error;
      outcomes.push({ step, outcome: 'failed', reason: error.message });
      const left = steps.slice(place + 1);
      return [...outcomes, ...left.map((each) => ({ step: each, outcome: 'not_tried' as const }))];
    }
  }
  return outcomes;
};
