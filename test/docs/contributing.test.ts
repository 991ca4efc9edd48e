import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, codeIn, pages, read, tableRows } from './files';

const FOLDERS = [
  'common',
  'server',
  'public',
  'standalone',
  'typings',
  'scripts',
  'test',
  'docs',
  'docker',
];

describe('CONTRIBUTING.md', () => {
  const page = read('CONTRIBUTING.md');

  it('says of every package why it is there, and names no other', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const wanted = Object.keys({ ...dependencies, ...devDependencies }).sort();
    const [, section] = page.split(/^## Dependencies$/m);
    const rows = tableRows(section.split(/^## /m)[0]).filter(([name]) => name.startsWith('`'));
    const named = rows.flatMap(([names]) => codeIn(names)).sort();
    expect(named).toEqual(wanted);
    expect(rows.filter(([, why]) => why.length < 10)).toEqual([]);
  });

  it('names only files and folders that are there', () => {
    const paths = codeIn(page).filter((code) =>
      FOLDERS.some((folder) => code.startsWith(`${folder}/`) && /^[\w./-]+$/.test(code))
    );
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  it('has every folder of the source in its map', () => {
    const folders = readdirSync(PROJECT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && FOLDERS.includes(entry.name))
      .map(({ name }) => name);
    expect(folders.filter((name) => !page.includes(`${name}/`))).toEqual([]);
  });
});

/** A heading's anchor, as the sites that show Markdown make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));

describe('the pages for readers', () => {
  const { version } = JSON.parse(read('package.json'));

  it.each(pages())('%s names the zip of this version', (path) => {
    const zips = [...read(path).matchAll(/watchkeeper-(\d+\.\d+\.\d+)\.zip/g)];
    expect(zips.filter(([, named]) => named !== version)).toEqual([]);
  });

  it.each(pages())('%s links only to what is there', (path) => {
    const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
    const broken = links
      .filter((link) => !/^https?:/.test(link))
      // The browser tests make the pictures.
      .filter((link) => !link.includes('images/'))
      .filter((link) => {
        const [file, anchor] = link.split('#');
        const target = file === '' ? path : join(path, '..', file);
        if (!existsSync(join(PROJECT, target))) return true;
        return anchor !== undefined && !anchorsOf(target).includes(anchor);
      });
    expect(broken).toEqual([]);
  });
});
