import React, { createContext, useContext } from 'react';
import type { FieldProblem } from '../../../common/errors';
import type { Monitor } from '../../../common/monitors/monitor';
import type { Change } from './changes';
import type { QueryRunner } from './query_run';

/** What every part of the editor works on. */
export interface EditorModel {
  /** Empty before the first save. */
  monitorId: string;
  draft: Monitor;
  update: (change: Change) => void;
  /** What is wrong at a field, by its dotted path in the monitor, and within it. */
  problemsAt: (field: string) => FieldProblem[];
  runner: QueryRunner;
}

const EditorContext = createContext<EditorModel | null>(null);

export const EditorProvider: React.FC<{ value: EditorModel }> = ({ value, children }) => (
  <EditorContext.Provider value={value}>{children}</EditorContext.Provider>
);

export const useEditor = (): EditorModel => {
  const model = useContext(EditorContext);
  if (!model) throw new Error('useEditor was called outside of an EditorProvider.');
  return model;
};
