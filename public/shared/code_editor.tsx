import React, { useEffect, useRef } from 'react';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import type { Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import type { Extension, Text } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  keymap,
  lineNumbers,
  placeholder as placeholderText,
} from '@codemirror/view';
import { completionOf } from './code_completion';
import type { CompletionSource } from './code_completion';
import { editorPhrases } from './editor_phrases';
import { editorTheme } from './editor_theme';
import { cspNonce, isDarkMode } from './theme';

/** Something wrong in the text; line and column count from 1. Without a line it is at the start. */
export interface EditorProblem {
  message: string;
  line?: number;
  column?: number;
  /** Characters that it is about; one where absent. */
  length?: number;
  /** An error where absent. */
  severity?: 'error' | 'warning' | 'info';
}

export interface CodeEditorProps {
  value: string;
  onChange?: (value: string) => void;
  /** `json` is highlighted and folds; `plain` (Painless, Mustache) wraps its lines. */
  language: 'json' | 'plain';
  ariaLabel: string;
  problems?: EditorProblem[];
  placeholder?: string;
  readOnly?: boolean;
  /** Line ends become blanks, and Enter does nothing. */
  singleLine?: boolean;
  /** What may be written at a place. It may change; whether there is one is that of the first render. */
  completion?: CompletionSource;
  /** A place to go to: whenever it is another object, the editor selects it and takes the focus. */
  goTo?: { line: number; column: number; length?: number };
  /** CSS lengths. Between them the editor grows with its text. */
  minHeight?: string;
  maxHeight?: string;
  'data-test-subj'?: string;
}

const offsetOf = (
  doc: Text,
  { line = 1, column = 1 }: { line?: number; column?: number }
): number => {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(at.from + Math.max(column - 1, 0), at.to);
};

const diagnosticOf = (doc: Text, problem: EditorProblem): Diagnostic => {
  const from = offsetOf(doc, problem);
  const line = doc.lineAt(from);
  // A mark of no width would not be seen: at a line's end it covers the character before.
  const start = from === line.to && from > line.from ? from - 1 : from;
  const { length = 1, severity = 'error', message } = problem;
  return { from: start, to: Math.min(start + length, doc.length), severity, message };
};

const languageOf = (language: CodeEditorProps['language']): Extension =>
  language === 'json' ? [json(), foldGutter(), keymap.of(foldKeymap)] : EditorView.lineWrapping;

/** What is pasted may have line ends; it keeps its words. */
const oneLine = (): Extension => [
  keymap.of([{ key: 'Enter', run: () => true }]),
  EditorState.transactionFilter.of((transaction) => {
    const { newDoc } = transaction;
    if (newDoc.lines === 1) return transaction;
    const insert = newDoc.toString().replace(/\s*\n\s*/g, ' ');
    return [transaction, { changes: { from: 0, to: newDoc.length, insert }, sequential: true }];
  }),
];

const languageIn = ({ language, singleLine }: CodeEditorProps): Extension =>
  singleLine ? oneLine() : [lineNumbers(), languageOf(language)];

const sizeOf = ({ minHeight = '120px', maxHeight = '480px' }: CodeEditorProps): Extension =>
  EditorView.theme({
    '&': { maxHeight },
    '.cm-scroller': { overflow: 'auto' },
    '.cm-content, .cm-gutter': { minHeight },
  });

const NOTHING = () => null;

// Tab is not bound: it leaves the editor, as in every other field of a form.
const fixedExtensions = (
  props: CodeEditorProps,
  latest: { readonly current: CodeEditorProps }
): Extension => [
  // Before the other keys: Enter and the arrows are the list's while it is open.
  props.completion
    ? completionOf((...place) => (latest.current.completion ?? NOTHING)(...place))
    : [],
  EditorView.cspNonce.of(cspNonce()),
  languageIn(props),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  highlightSelectionMatches(),
  props.readOnly || props.singleLine ? [] : [highlightActiveLine(), lintGutter()],
  keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap]),
  editorPhrases(),
  editorTheme(isDarkMode()),
  sizeOf(props),
  EditorState.readOnly.of(props.readOnly ?? false),
  placeholderText(props.placeholder ?? ''),
  EditorView.contentAttributes.of({
    'aria-label': props.ariaLabel,
    'aria-readonly': String(props.readOnly ?? false),
    tabindex: '0',
    ...(props['data-test-subj'] ? { 'data-test-subj': props['data-test-subj'] } : {}),
  }),
];

/** A text editor for code. Language, label, size and placeholder are those of the first render. */
export const CodeEditor: React.FC<CodeEditorProps> = (props) => {
  const { value, problems } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!host.current) return undefined;
    const tell = EditorView.updateListener.of((update) => {
      if (update.docChanged) latest.current.onChange?.(update.state.doc.toString());
    });
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [fixedExtensions(latest.current, latest), tell],
      }),
    });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const { doc } = editor.state;
    const diagnostics = (problems ?? []).map((problem) => diagnosticOf(doc, problem));
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
    // Who types sees the place; who pressed a button elsewhere is shown it.
    const error = diagnostics.find(({ severity }) => severity === 'error');
    if (error && !editor.hasFocus) {
      editor.dispatch({
        effects: EditorView.scrollIntoView(error.from, { y: 'center' }),
      });
    }
  }, [problems]);

  const { goTo } = props;
  useEffect(() => {
    const editor = view.current;
    if (!editor || !goTo) return;
    const from = offsetOf(editor.state.doc, goTo);
    const head = Math.min(from + (goTo.length ?? 0), editor.state.doc.length);
    editor.dispatch({
      selection: { anchor: from, head },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    editor.focus();
  }, [goTo]);

  return <div ref={host} />;
};
