/** @jest-environment jsdom */
import { monitorSample } from '../testing/samples';
import { dropDraft, keepDraft, keptDraft } from './kept_draft';

const NOW = 1_700_000_000_000;
const saved = monitorSample();
const draft = monitorSample({
  name: 'Half wri',
  inputs: [{ search: { indices: [], query: '{ "a":1 }' } }],
});

beforeEach(() => localStorage.clear());

describe('a draft that was kept', () => {
  it('comes back to the letter, also where it is not right yet', () => {
    keepDraft('m1', { at: NOW, version: 'v1', user: 'jane', monitor: draft });
    expect(keptDraft('m1', saved, NOW)).toEqual({
      at: NOW,
      version: 'v1',
      user: 'jane',
      monitor: expect.objectContaining({ name: 'Half wri', inputs: draft.inputs }),
    });
  });

  it('is of one monitor only', () => {
    keepDraft('m1', { at: NOW, monitor: draft });
    expect(keptDraft('m2', saved, NOW)).toBeUndefined();
    expect(keptDraft('', saved, NOW)).toBeUndefined();
  });

  it('is nothing once it is dropped, old, or the same as what is there', () => {
    keepDraft('m1', { at: NOW, monitor: draft });
    dropDraft('m1');
    expect(keptDraft('m1', saved, NOW)).toBeUndefined();
    keepDraft('m1', { at: NOW, monitor: draft });
    expect(keptDraft('m1', saved, NOW + 8 * 86_400_000)).toBeUndefined();
    keepDraft('m1', { at: NOW, monitor: saved });
    expect(keptDraft('m1', saved, NOW)).toBeUndefined();
  });

  it.each(['not json', '{"at":1}', '{"at":1,"monitor":"[]"}'])('is nothing as %s', (text) => {
    localStorage.setItem('watchkeeper.draft.m1', text);
    expect(keptDraft('m1', saved, NOW)).toBeUndefined();
  });
});
