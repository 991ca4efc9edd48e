import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { currentCompletions, startCompletion, acceptCompletion } from '@codemirror/autocomplete';
import { waitFor } from '@testing-library/react';
import { completionOf } from './code_completion';
import type { CompletionSource } from './code_completion';

const editorWith = (doc: string, source: CompletionSource): EditorView =>
  new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc,
      selection: { anchor: doc.length },
      extensions: completionOf(source),
    }),
  });

describe('the list of what may be written', () => {
  it('offers what the source knows of the place, and writes it with the cursor where it belongs', async () => {
    const asked: unknown[] = [];
    const view = editorWith('{"ter', (...place) => {
      asked.push(place);
      return {
        from: 1,
        items: [{ label: 'term', typed: '"term"', apply: '"term": {}', cursor: 9 }],
      };
    });
    startCompletion(view);
    await waitFor(() =>
      expect(currentCompletions(view.state)).toMatchObject([{ displayLabel: 'term' }])
    );
    expect(asked).toEqual([['{"ter', 5, true]]);
    // The list takes keys only after it has been seen for a moment.
    await waitFor(() => expect(acceptCompletion(view)).toBe(true));
    expect(view.state.doc.toString()).toBe('{"term": {}');
    expect(view.state.selection.main.head).toBe(10);
    view.destroy();
  });
});
