import { MAX_FILE_BYTES, MAX_OBJECTS, readImportFile } from './import_file';

const line = (id: string, type = 'watchkeeper-monitor', more: object = {}): string =>
  JSON.stringify({ type, id, attributes: { title: `Title of ${id}` }, ...more });

const read = (...lines: string[]) => readImportFile(lines.join('\n'), 10);

describe('a file to import', () => {
  it('is read with its titles and links, without the line that counts', () => {
    const references = [{ name: 'destination_0', type: 'watchkeeper-destination', id: 'd' }];
    const file = read(
      `\uFEFF${line('d', 'watchkeeper-destination')}\r`,
      '',
      line('m', undefined, { references }),
      '{"exportedCount":2,"missingRefCount":0,"missingReferences":[]}'
    );
    expect(file.objects).toMatchObject([
      { type: 'watchkeeper-destination', id: 'd', title: 'Title of d', references: [] },
      { type: 'watchkeeper-monitor', id: 'm', references: [{ id: 'd' }] },
    ]);
    expect(file.text.split('\n')).toHaveLength(2);
  });

  it('leaves other types out, and counts them', () => {
    const file = read(line('v', 'visualization'), line('m'), line('w', 'visualization'));
    expect(file.text).toBe(line('m'));
    expect([...file.others]).toEqual([['visualization', 2]]);
  });

  it.each([
    ['what is not JSON', [line('m'), '<html>'], /^Line 2 is not JSON/],
    ['JSON of several lines', ['{', '"type": "monitor"', '}'], /^Line 1 is not JSON/],
    ['what is no object', [line('m'), '[]'], /^Line 2 is JSON, but not a saved object/],
    ['an object without attributes', ['{"type":"x","id":"y"}'], /^Line 1 .* not a saved object/],
    [
      'only other types',
      [line('v', 'visualization'), line('s', 'search')],
      /visualization, search/,
    ],
    ['nothing', ['', ' '], /no saved object in the file/],
  ])('is refused when it holds %s', (_name, lines, message) => {
    expect(() => read(...lines)).toThrow(message);
  });

  it('is refused when the host would refuse it for its size', () => {
    expect(() => readImportFile(line('m'), MAX_FILE_BYTES + 1)).toThrow(/25 MiB/);
    const many = Array.from({ length: MAX_OBJECTS + 1 }, (_, i) => line(`m${i}`));
    expect(() => read(...many)).toThrow(/10001 objects/);
  });
});
