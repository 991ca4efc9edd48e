import {
  addRow,
  areAsStored,
  headerProblems,
  removeRow,
  replaceRow,
  storedRows,
  toHeaders,
} from './header_rows';
import type { HeaderRow } from './header_rows';

const added = (id: number, name: string, value: string): HeaderRow => ({
  kind: 'new',
  id,
  name,
  value,
});

describe('header rows', () => {
  it('keeps a stored value by sending null for it', () => {
    expect(toHeaders(storedRows(['Authorization'], true))).toEqual({ Authorization: null });
  });

  it('sends the new value of a replaced header, and nothing of a removed one', () => {
    const rows = storedRows(['Authorization', 'X-Team'], true);
    const replaced = replaceRow(rows, {
      kind: 'replaced',
      id: 0,
      name: 'Authorization',
      value: 'Bearer 2',
    });
    expect(toHeaders(removeRow(replaced, 1))).toEqual({ Authorization: 'Bearer 2' });
  });

  it('leaves out rows that were added and left blank', () => {
    expect(toHeaders(addRow([added(0, 'X-Team', 'ops')]))).toEqual({ 'X-Team': 'ops' });
    expect(headerProblems(addRow([]))).toEqual([]);
  });

  it('never gives a new row the key of another one', () => {
    const rows = addRow(removeRow(storedRows(['a', 'b', 'c'], true), 1));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('asks for values again when the stored ones are lost', () => {
    const rows = storedRows(['Authorization'], false);
    expect(headerProblems(rows)).toEqual([
      { field: 'secrets.headers.Authorization', message: 'A header needs a value.' },
    ]);
  });

  it('finds two headers of one name whatever their case, since the request can hold only one', () => {
    const rows = [added(0, 'X-Team', 'ops'), added(1, 'x-team ', 'dev')];
    expect(headerProblems(rows)).toEqual([
      { field: 'secrets.headers.x-team', message: 'There are two headers of this name.' },
    ]);
  });

  it('finds a value without a name', () => {
    expect(headerProblems([added(0, ' ', 'ops')])).toEqual([
      { field: 'secrets.headers.', message: 'A header needs a name.' },
    ]);
  });

  it('knows whether everything stored stays as it is', () => {
    const rows = storedRows(['a', 'b'], true);
    expect(areAsStored(rows, ['a', 'b'])).toBe(true);
    expect(areAsStored(addRow(rows), ['a', 'b'])).toBe(true);
    expect(areAsStored(removeRow(rows, 0), ['a', 'b'])).toBe(false);
    expect(areAsStored([...rows, added(9, 'c', 'd')], ['a', 'b'])).toBe(false);
    expect(
      areAsStored(replaceRow(rows, { kind: 'replaced', id: 0, name: 'a', value: 'x' }), ['a', 'b'])
    ).toBe(false);
  });
});
