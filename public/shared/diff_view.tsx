import React, { useEffect, useRef } from 'react';
import { i18n } from '@osd/i18n';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { editorTheme } from './editor_theme';
import { cspNonce, isDarkMode } from './theme';

/** Unchanged lines that stay in sight around a change, and the fewest that are folded away. */
const FOLDING = { margin: 3, minSize: 5 };

const folded = (): Extension => [
  EditorState.phrases.of({
    '$ unchanged lines': i18n.translate('watchkeeper.diff.unchangedText', {
      defaultMessage: '{count} unchanged lines',
      values: { count: '$' },
    }),
  }),
  // The library's own sign is in few fonts.
  EditorView.theme({
    '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '"⋯"' },
  }),
];

const side = (ariaLabel: string): Extension => [
  EditorView.cspNonce.of(cspNonce()),
  lineNumbers(),
  EditorView.lineWrapping,
  EditorState.readOnly.of(true),
  folded(),
  editorTheme(isDarkMode()),
  EditorView.contentAttributes.of({
    'aria-label': ariaLabel,
    'aria-readonly': 'true',
    tabindex: '0',
  }),
];

/** Two texts side by side, with the lines that differ. */
export const DiffView: React.FC<{
  before: string;
  after: string;
  beforeLabel: string;
  afterLabel: string;
  /** Folds away what is the same. */
  foldUnchanged: boolean;
}> = ({ before, after, beforeLabel, afterLabel, foldUnchanged }) => {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return undefined;
    const view = new MergeView({
      parent: host.current,
      a: { doc: before, extensions: side(beforeLabel) },
      b: { doc: after, extensions: side(afterLabel) },
      ...(foldUnchanged ? { collapseUnchanged: FOLDING } : {}),
    });
    return () => view.destroy();
  }, [before, after, beforeLabel, afterLabel, foldUnchanged]);
  return (
    <div ref={host} style={{ maxHeight: '60vh', overflow: 'auto' }} data-test-subj="diffView" />
  );
};
