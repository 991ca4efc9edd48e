import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource as LibrarySource,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';

/** One thing that may be written at a place. */
export interface CompletionItem {
  /** What the list shows and, unless `typed` says otherwise, what typing is held against. */
  label: string;
  /** What typing is held against, from the start of what is replaced: with the quote before a name, say. */
  typed?: string;
  /** Beside the label: a type, a short value. */
  detail?: string;
  /** A sentence about it, shown while it is chosen. */
  info?: string;
  kind?: 'keyword' | 'property' | 'variable' | 'function' | 'text';
  /** What is written in place of what stands there; the label where absent. */
  apply?: string;
  /** Where the cursor is put, from the start of what is written; at its end where absent. */
  cursor?: number;
  /** Higher ones come first, from -99 to 99. */
  boost?: number;
}

export interface CompletionList {
  /** What is replaced: offsets in the text, UTF-16 units. `to` is the cursor where absent. */
  from: number;
  to?: number;
  items: readonly CompletionItem[];
}

/**
 * What may be written at a place of the text; null where there is nothing to offer. Plain data on both sides, so that a
 * room's completion is a function that can be tried without an editor.
 *
 * @param explicit asked for by Ctrl+Space, rather than met while typing
 */
export type CompletionSource = (
  text: string,
  offset: number,
  explicit: boolean
) => CompletionList | null | Promise<CompletionList | null>;

const write =
  (item: CompletionItem) =>
  (view: EditorView, _completion: Completion, from: number, to: number): void => {
    const insert = item.apply ?? item.label;
    const anchor = from + (item.cursor ?? insert.length);
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor },
      userEvent: 'input.complete',
    });
  };

const optionOf = (item: CompletionItem): Completion => ({
  label: item.typed ?? item.label,
  displayLabel: item.typed === undefined ? undefined : item.label,
  detail: item.detail,
  info: item.info,
  type: item.kind,
  boost: item.boost,
  apply: write(item),
});

const asLibrarySource =
  (source: CompletionSource): LibrarySource =>
  async ({ state, pos, explicit }: CompletionContext): Promise<CompletionResult | null> => {
    const found = await source(state.doc.toString(), pos, explicit);
    if (!found || found.items.length === 0) return null;
    return { from: found.from, to: found.to, options: found.items.map(optionOf) };
  };

/**
 * Lists what may be written: while typing and by Ctrl+Space; arrows choose, Enter writes, Escape closes.
 *
 * @param source asked anew each time, so that it may close over what changes
 */
export const completionOf = (source: CompletionSource): Extension => [
  autocompletion({ override: [asLibrarySource(source)], icons: false, defaultKeymap: false }),
  keymap.of(completionKeymap),
];
