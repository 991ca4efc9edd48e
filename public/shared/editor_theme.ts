import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

interface Palette {
  text: string;
  background: string;
  gutter: string;
  gutterText: string;
  border: string;
  activeLine: string;
  selection: string;
  property: string;
  string: string;
  number: string;
  keyword: string;
}

const LIGHT: Palette = {
  text: '#343741',
  background: '#fbfcfd',
  gutter: '#f5f7fa',
  gutterText: '#69707d',
  border: '#d3dae6',
  activeLine: '#eef2f7aa',
  selection: '#b3d7f5',
  property: '#00517a',
  string: '#9a2f6a',
  number: '#0a6b52',
  keyword: '#8a4b00',
};

const DARK: Palette = {
  text: '#dfe5ef',
  background: '#16171c',
  gutter: '#1d1e24',
  gutterText: '#98a2b3',
  border: '#343741',
  activeLine: '#25262e99',
  selection: '#2d4b6e',
  property: '#7dc4f5',
  string: '#f29ac4',
  number: '#7de2b8',
  keyword: '#f5b56b',
};

const highlight = (colors: Palette): HighlightStyle =>
  HighlightStyle.define([
    { tag: tags.propertyName, color: colors.property },
    { tag: tags.string, color: colors.string },
    { tag: tags.number, color: colors.number },
    { tag: [tags.bool, tags.null, tags.keyword], color: colors.keyword },
  ]);

/** Colours of the editors, each at 4.5:1 or more on its background. */
export const editorTheme = (dark: boolean): Extension => {
  const colors = dark ? DARK : LIGHT;
  const frame = EditorView.theme(
    {
      '&': {
        color: colors.text,
        backgroundColor: colors.background,
        border: `1px solid ${colors.border}`,
        borderRadius: '4px',
        fontSize: '13px',
      },
      '&.cm-focused': { outline: '2px solid #006bb4', outlineOffset: '-1px' },
      '.cm-content': { caretColor: colors.text, padding: '6px 0' },
      '.cm-scroller': { fontFamily: 'Roboto Mono, Menlo, Consolas, monospace', lineHeight: '1.5' },
      '.cm-cursor': { borderLeftColor: colors.text },
      '.cm-gutters': {
        backgroundColor: colors.gutter,
        color: colors.gutterText,
        borderRight: `1px solid ${colors.border}`,
      },
      '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: colors.activeLine },
      '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
        { backgroundColor: colors.selection },
      '.cm-placeholder': { color: colors.gutterText },
      '.cm-tooltip, .cm-panels': {
        backgroundColor: colors.gutter,
        color: colors.text,
        border: `1px solid ${colors.border}`,
      },
      '.cm-tooltip.cm-tooltip-autocomplete > ul': {
        fontFamily: 'Roboto Mono, Menlo, Consolas, monospace',
        fontSize: '12px',
        maxHeight: '16em',
      },
      '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
      '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
        backgroundColor: colors.selection,
        color: colors.text,
      },
      '.cm-completionDetail': {
        color: colors.gutterText,
        fontStyle: 'normal',
        marginLeft: '1.5em',
      },
      'li[aria-selected] .cm-completionDetail': { color: colors.text },
      '.cm-completionMatchedText': { fontWeight: 700, textDecoration: 'none' },
      '.cm-tooltip.cm-completionInfo': { padding: '4px 8px', maxWidth: '40ch' },
      '.cm-diagnostic': { whiteSpace: 'pre-wrap', maxWidth: '60ch' },
    },
    { dark }
  );
  return [frame, syntaxHighlighting(highlight(colors))];
};
