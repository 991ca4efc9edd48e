import type { z } from 'zod';
import type { FieldProblem } from '../../../common/errors';
import { JsonSyntaxError, parseLossless } from '../../../common/json/lossless';
import { taskSpecSchema } from '../../../common/indices/tasks/kinds/registry';
import type { TaskSpec } from '../../../common/indices/tasks/kinds/registry';
import type { TaskKindName } from '../../../common/indices/tasks/task_record';

/** A task as it stands in its form: numbers and queries are texts until they are sent. */
export interface Draft {
  kind: TaskKindName;
  /** Indices that it begins with; for a rollover the alias or data stream. */
  sources: readonly string[];
  target: string;
  into: 'new' | 'existing';
  shards: string;
  replicas: string;
  segments: string;
  expunge: boolean;
  flush: boolean;
  at_once: string;
  copy_settings: boolean;
  copy_mappings: boolean;
  query: string;
  pipeline: string;
  proceed: boolean;
  create_only: boolean;
  sliced: boolean;
}

const SUFFIXES: Readonly<Record<TaskKindName, string>> = {
  force_merge: '',
  rollover: '',
  reindex: '-reindexed',
  clone: '-clone',
  shrink: '-shrunk',
  split: '-split',
};

/** A name for the new index that can be right: the cluster takes no hidden data stream's. */
export const suggestedTarget = (kind: TaskKindName, [first]: readonly string[]): string =>
  first === undefined || SUFFIXES[kind] === ''
    ? ''
    : `${first.replace(/^\./, '')}${SUFFIXES[kind]}`;

export const newDraft = (kind: TaskKindName, sources: readonly string[]): Draft => ({
  ...{ kind, sources, target: suggestedTarget(kind, sources), into: 'new' },
  ...{ shards: kind === 'shrink' ? '1' : '2', replicas: '' },
  ...{ segments: '1', expunge: false, flush: true, at_once: '1' },
  ...{ copy_settings: true, copy_mappings: true, query: '', pipeline: '' },
  ...{ proceed: false, create_only: false, sliced: true },
});

/** A text that is no number stays one, so that the schema says what is wrong. */
const numberIn = (text: string): unknown => (/^\d+$/.test(text.trim()) ? Number(text) : text);
const optional = (key: string, text: string, read: (text: string) => unknown = (it) => it) =>
  text.trim() === '' ? {} : { [key]: read(text) };

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const inputOf = (draft: Draft): unknown => {
  const { kind, sources, target } = draft;
  switch (kind) {
    case 'force_merge':
      return {
        ...{ kind, indices: sources, flush: draft.flush, at_once: numberIn(draft.at_once) },
        ...(draft.expunge
          ? { only_expunge_deletes: true }
          : { max_num_segments: numberIn(draft.segments) }),
      };
    case 'rollover':
      return { kind, target: sources[0] ?? '', ...optional('new_name', target) };
    case 'reindex':
      return {
        ...{ kind, sources, target, into: draft.into },
        ...{ copy_settings: draft.copy_settings, copy_mappings: draft.copy_mappings },
        ...optional('query', draft.query, jsonIn),
        ...optional('pipeline', draft.pipeline.trim()),
        conflicts: draft.proceed ? 'proceed' : 'abort',
        ...{ create_only: draft.create_only, sliced: draft.sliced },
      };
    default:
      return {
        ...{ kind, source: sources[0] ?? '', target },
        ...optional('replicas', draft.replicas, numberIn),
        ...(kind === 'clone' ? {} : { shards: numberIn(draft.shards) }),
      };
  }
};

/** Where the text of the query is no JSON. */
const brokenQuery = ({ kind, query }: Draft): FieldProblem | undefined => {
  if (kind !== 'reindex' || query.trim() === '') return undefined;
  try {
    parseLossless(query);
    return undefined;
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { message, line, column } = error;
    return { field: 'query', message, line, column };
  }
};

/** What is sent, or what is wrong with it before anything is. */
export const readDraft = (draft: Draft): { spec?: TaskSpec; problems: readonly FieldProblem[] } => {
  const read = taskSpecSchema.safeParse(inputOf(draft));
  if (read.success) return { spec: read.data, problems: [] };
  const broken = brokenQuery(draft);
  const problems = read.error.issues.map(({ path, message }: z.core.$ZodIssue): FieldProblem => ({
    field: String(path[0] ?? ''),
    message,
  }));
  return {
    problems: broken ? [...problems.filter(({ field }) => field !== 'query'), broken] : problems,
  };
};
