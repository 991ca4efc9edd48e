import { recordedText } from '../../../common/lifecycle/testing/recorded';
import { parseLossless } from '../../../common/json/lossless';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { ENGINE_PATH, SURROUNDINGS_PATH } from '../../../common/lifecycle/api';
import type { PolicyRecord, SurroundingsAnswer } from '../../../common/lifecycle/api';
import type { IndexFacts } from '../../../common/lifecycle/decide/facts';
import { policyBody } from '../../../common/lifecycle/policy/policy_body';
import type { Routes } from '../../shared/testing/routes';

const DAY = 86_400_000;
export const NOW = Date.UTC(2023, 1, 25);

const facts = (day: number): IndexFacts => ({
  ...{ name: `cwl-app-2023.02.${day}`, uuid: String(day), status: 'open' },
  ...{ created_at: Date.UTC(2023, 1, day), docs: 10, primary_bytes: 1000 },
  ...{ largest_shard_bytes: 1000, primaries: 1, replicas: 1, aliases: [], rollovers: [] },
});

export const DAILY: SurroundingsAnswer = {
  ...{ now: NOW, gaps: [] },
  indices: [22, 23, 24].map((day) => ({ facts: facts(day) })),
};

export const SEED_TEXT = recordedText('seed_policy.json');

export const bodyOfText = (text: string): JsonObject => {
  const body = policyBody(parseLossless(text));
  return isJsonObject(body as JsonObject) ? (body as JsonObject) : {};
};

export const recordSample = (changes: Partial<PolicyRecord> = {}): PolicyRecord => ({
  ...{ id: 'cwl', seq_no: 7, primary_term: 1, updated_at: NOW - DAY, used_by: 3 },
  body: JSON.parse(JSON.stringify(bodyOfText(SEED_TEXT))) as Record<string, unknown>,
  ...changes,
});

/** A cluster with Index State Management and the seed's daily indices. */
export const WITH_ISM: Routes = {
  [`GET ${ENGINE_PATH}`]: () => ({ native: 'ism', simulate: true }),
  [`POST ${SURROUNDINGS_PATH}`]: () => DAILY,
};

/** One without, where the indices can be read all the same. */
export const WITHOUT_ISM: Routes = {
  ...WITH_ISM,
  [`GET ${ENGINE_PATH}`]: () => ({ native: 'none', simulate: false }),
};
