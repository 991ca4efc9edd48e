/** What the editors' own controls say: searching, folding, and what a screen reader is told. */
import { i18n } from '@osd/i18n';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';

const search = (): Record<string, string> => ({
  Find: i18n.translate('watchkeeper.code.findLabel', { defaultMessage: 'Find' }),
  Replace: i18n.translate('watchkeeper.code.replaceLabel', { defaultMessage: 'Replace' }),
  next: i18n.translate('watchkeeper.code.nextLabel', { defaultMessage: 'next' }),
  previous: i18n.translate('watchkeeper.code.previousLabel', { defaultMessage: 'previous' }),
  all: i18n.translate('watchkeeper.code.allLabel', { defaultMessage: 'all' }),
  'match case': i18n.translate('watchkeeper.code.matchCaseLabel', { defaultMessage: 'match case' }),
  regexp: i18n.translate('watchkeeper.code.regexpLabel', { defaultMessage: 'regular expression' }),
  'by word': i18n.translate('watchkeeper.code.byWordLabel', { defaultMessage: 'by word' }),
  replace: i18n.translate('watchkeeper.code.replaceButtonLabel', { defaultMessage: 'replace' }),
  'replace all': i18n.translate('watchkeeper.code.replaceAllLabel', {
    defaultMessage: 'replace all',
  }),
  close: i18n.translate('watchkeeper.code.closeAriaLabel', { defaultMessage: 'close' }),
  'Go to line': i18n.translate('watchkeeper.code.goToLineLabel', { defaultMessage: 'Go to line' }),
  go: i18n.translate('watchkeeper.code.goLabel', { defaultMessage: 'go' }),
  'current match': i18n.translate('watchkeeper.code.currentMatchText', {
    defaultMessage: 'current match',
  }),
  'on line': i18n.translate('watchkeeper.code.onLineText', { defaultMessage: 'on line' }),
  'replaced match on line $': i18n.translate('watchkeeper.code.replacedOneText', {
    defaultMessage: 'replaced the match on line {line}',
    values: { line: '$' },
  }),
  'replaced $ matches': i18n.translate('watchkeeper.code.replacedText', {
    defaultMessage: 'replaced {count} matches',
    values: { count: '$' },
  }),
});

const lines = (): Record<string, string> => ({
  'folded code': i18n.translate('watchkeeper.code.foldedText', { defaultMessage: 'folded lines' }),
  unfold: i18n.translate('watchkeeper.code.unfoldLabel', { defaultMessage: 'unfold' }),
  'Fold line': i18n.translate('watchkeeper.code.foldLineLabel', { defaultMessage: 'Fold line' }),
  'Unfold line': i18n.translate('watchkeeper.code.unfoldLineLabel', {
    defaultMessage: 'Unfold line',
  }),
  'Selection deleted': i18n.translate('watchkeeper.code.selectionDeletedText', {
    defaultMessage: 'Selection deleted',
  }),
  'Control character': i18n.translate('watchkeeper.code.controlCharacterText', {
    defaultMessage: 'Control character',
  }),
});

const completions = (): Record<string, string> => ({
  Completions: i18n.translate('watchkeeper.code.completionsAriaLabel', {
    defaultMessage: 'What can be written here',
  }),
});

/** By the library's English phrases. */
export const editorPhrases = (): Extension =>
  EditorState.phrases.of({ ...search(), ...lines(), ...completions() });
