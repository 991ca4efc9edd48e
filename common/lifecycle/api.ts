import { z } from 'zod';
import { indexNameSchema } from '../indices/indices_api';
import { pageQuerySchema } from '../page';
import type { Page } from '../page';
import { API_BASE } from '../plugin';
import type { IndexFacts } from './decide/facts';
import type { HistoryStep } from './history/read_history';
import type { Surroundings } from './lint/surroundings';
import { FAILURE_CLASSES } from './managed_index';
import type { NativeStep } from './simulate/compare_native';
import type { ManagedIndex } from './managed_index';

/** Everything below is done as the calling user. */
export const LIFECYCLE_PATH = `${API_BASE}/lifecycle`;

/** `GET /lifecycle/_engine`: what the cluster has. */
export const ENGINE_PATH = `${LIFECYCLE_PATH}/_engine`;
export interface EngineFacts {
  /** `ism`: `_plugins/_ism`; `opendistro`: `_opendistro/_ism`; `none`: neither answers. */
  native: 'ism' | 'opendistro' | 'none';
  /** `_ism/simulate` answers. */
  simulate: boolean;
  /** Why the calling user cannot use it, for example a permission that is missing. */
  refused?: string;
}

/** `GET /lifecycle/policies`. The search looks at ids and descriptions. Without an engine it answers 404. */
export const POLICIES_PATH = `${LIFECYCLE_PATH}/policies`;
export const POLICY_SORTS = ['id', 'updated_at', 'used_by'] as const;
export const policiesQuerySchema = pageQuerySchema.extend({
  sort: z.enum(POLICY_SORTS).default('id'),
});
export type PoliciesQuery = z.output<typeof policiesQuerySchema>;

export interface PoliciesPage extends Page<PolicyRecord> {
  /** What could not be read, each as a sentence: the policies lack it. */
  gaps: readonly string[];
}

export interface PolicyRecord {
  id: string;
  seq_no: number;
  primary_term: number;
  /** The document without what is wrapped around it, as the server gives it. */
  body: Readonly<Record<string, unknown>>;
  updated_at?: number;
  /** How many indices it manages, as far as that is known. */
  used_by?: number;
  /** In lists: how many of those fail, for good or with retries left. */
  failing?: number;
  /** In lists: the index templates that make indices which it takes in by name. */
  index_templates?: readonly string[];
  /** In lists: who saved it last, and why, as far as that is known. */
  updated_by?: string;
  note?: string;
}

/** `PUT /lifecycle/policies/{id}`. Without the version it must not exist yet. */
export const savePolicySchema = z.strictObject({
  body: z.record(z.string(), z.unknown()),
  version: z.strictObject({ seq_no: z.number(), primary_term: z.number() }).optional(),
  /** Why, for the history. */
  note: z.string().max(1000).optional(),
});
export type SavePolicy = z.output<typeof savePolicySchema>;

/** What a save answers. */
export interface SavedPolicy extends PolicyRecord {
  /** The policy is saved; this went wrong after it. */
  warning?: string;
}

/**
 * `DELETE /lifecycle/policies/{id}`. Refused with 409 while it manages indices, unless it is forced; and where another
 * version is stored than the one that was seen.
 */
export const deletePolicyQuerySchema = z.object({
  force: z.stringbool().default(false),
  seq_no: z.coerce.number().int().optional(),
  primary_term: z.coerce.number().int().optional(),
});
export type DeletePolicyQuery = z.output<typeof deletePolicyQuerySchema>;

/** `GET /lifecycle/policies/{id}/versions`: newest first. */
export interface PolicyVersion {
  /** Names the version. */
  version_id: string;
  at: number;
  by?: string;
  note?: string;
  body: Readonly<Record<string, unknown>>;
}

/** `POST /lifecycle/_surroundings`: what a policy is linted and simulated against. */
export const SURROUNDINGS_PATH = `${LIFECYCLE_PATH}/_surroundings`;
export const surroundingsSchema = z.strictObject({
  policy_id: z.string().optional(),
  /** Indices that match are brought beside those that the policy manages. */
  patterns: z.array(z.string()).max(100).default([]),
});
export type AskSurroundings = z.output<typeof surroundingsSchema>;
export type SurroundingsAnswer = Surroundings & {
  /** What could not be read, each as a sentence. */
  gaps: readonly string[];
};

/** What holds the engine back from all indices at once, or sets its pace. */
export interface EngineState {
  /** `plugins.index_state_management.enabled` */
  enabled: boolean;
  /** The cluster is red, and the engine does nothing then. */
  held_by_red: boolean;
  /** Minutes between two looks at an index, before what is added at random. */
  every: number;
}

/** `POST /lifecycle/_simulate`: what the engine itself says that it does next. Answers `NativeSimulation`. */
export const SIMULATE_PATH = `${LIFECYCLE_PATH}/_simulate`;
export const simulateSchema = z.strictObject({
  /** The policy, which need not be saved. */
  body: z.record(z.string(), z.unknown()),
  indices: z.array(z.string().min(1)).min(1).max(1000),
});
export type AskSimulation = z.output<typeof simulateSchema>;
export interface NativeSimulation {
  steps: readonly NativeStep[];
}

/** `GET /lifecycle/managed` */
export const MANAGED_PATH = `${LIFECYCLE_PATH}/managed`;
export interface ManagedListing {
  at: number;
  indices: readonly ManagedIndex[];
  /** Absent: not known. */
  engine?: EngineState;
  gaps: readonly string[];
}

/** `GET /lifecycle/managed/{index}`: one managed index. 404 where there is none of this name, or no policy manages it. */
export interface ManagedDetail {
  at: number;
  managed: ManagedIndex;
  /** What the engine tells of it, as it is. */
  raw: Readonly<Record<string, unknown>>;
  /** The copy of the policy that it follows. */
  applied?: Readonly<Record<string, unknown>>;
  /** The policy as it is stored now; absent: it was deleted, or cannot be read. */
  stored?: PolicyRecord;
  facts?: IndexFacts;
  engine?: EngineState;
  gaps: readonly string[];
}

/** `GET /lifecycle/managed/{index}/history`: what the engine has noted of it, newest first. */
export const managedHistoryQuerySchema = z.object({
  /** The index by its UUID: one of the same name may have been there before. */
  uuid: z.string().min(1).max(200),
});
export interface ManagedHistory {
  steps: readonly HistoryStep[];
  /** There are older ones that are not here. */
  cut: boolean;
  gaps: readonly string[];
}

export const managedIndexParams = z.object({ index: indexNameSchema });
const indices = z.array(indexNameSchema).min(1, 'Choose an index.').max(10_000);
const policy_id = z.string().min(1, 'Choose a policy.');

/** `POST /lifecycle/managed/_act` */
export const MANAGED_ACT_PATH = `${MANAGED_PATH}/_act`;
export const managedActSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('apply'),
    indices,
    policy_id,
    /** What the preview had typed where the policy deletes some of them at once, see `applyConfirmation`. */
    confirm: z.string().optional(),
  }),
  z.strictObject({ act: z.literal('remove'), indices }),
  z.strictObject({
    act: z.literal('retry'),
    indices,
    /** Where they begin again; without it, with the action that failed. */
    state: z.string().optional(),
    /** As of `apply`; see `deletedByRetry`. */
    confirm: z.string().optional(),
  }),
  z.strictObject({
    act: z.literal('change'),
    indices,
    policy_id,
    /** Where it begins in the new policy; without it, in the state of the same name. */
    state: z.string().optional(),
    /** Only indices in one of these states. */
    include: z.array(z.string()).optional(),
    /** As of `apply`; see `deletedByChange`. */
    confirm: z.string().optional(),
  }),
]);
export type ManagedAct = z.output<typeof managedActSchema>;

export interface ManagedActAnswer {
  updated: number;
  failed: Array<{ index: string; reason: string }>;
  /**
   * How many were neither done nor refused: the engine passes over what is not there, what is not in one of the states
   * of `include`, and what the caller may not manage.
   */
  passed_over: number;
}

export const failureClassSchema = z.enum(FAILURE_CLASSES);
