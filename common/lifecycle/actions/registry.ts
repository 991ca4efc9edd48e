import type { ActionKind } from './action_kind';
import { alias } from './alias';
import { allocation } from './allocation';
import { close } from './close';
import { convertIndexToRemote } from './convert_index_to_remote';
import { deleteIndex } from './delete';
import { forceMerge } from './force_merge';
import { indexPriority } from './index_priority';
import { notification } from './notification';
import { open } from './open';
import { readOnly } from './read_only';
import { readWrite } from './read_write';
import { replicaCount } from './replica_count';
import { rollover } from './rollover';
import { rollup } from './rollup';
import { searchOnly } from './search_only';
import { shrink } from './shrink';
import { snapshot } from './snapshot';
import { stopReplication } from './stop_replication';
import { transform } from './transform';

/** In the order of the editor's choice: from young indices to old ones. */
export const ACTION_KINDS: readonly ActionKind[] = [
  rollover,
  replicaCount,
  indexPriority,
  allocation,
  forceMerge,
  shrink,
  readOnly,
  readWrite,
  snapshot,
  convertIndexToRemote,
  searchOnly,
  close,
  open,
  alias,
  notification,
  rollup,
  transform,
  stopReplication,
  deleteIndex,
];

const BY_TYPE = new Map(ACTION_KINDS.map((kind) => [kind.type, kind]));

/** Undefined for actions that we do not know: they are kept, and shown as they are. */
export const actionKind = (type: string): ActionKind | undefined => BY_TYPE.get(type);
