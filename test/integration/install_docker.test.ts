import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { temporaryFolder } from '../support/cluster';
import { copiesOf, instructionsOf } from '../support/dockerfile';
import { startTestHost } from '../support/host';

const PROJECT = resolve(__dirname, '..', '..');
const instructions = (name: string) =>
  instructionsOf(readFileSync(join(PROJECT, 'docker', name), 'utf8'));

describe('what the Dockerfiles copy', () => {
  it('is there after a build', () => {
    const sources = ['Dockerfile', 'Dockerfile.standalone']
      .flatMap((name) => copiesOf(instructions(name)))
      .flatMap(({ sources: paths, from }) =>
        paths.map((path) => (from ? path.replace(/^\/watchkeeper\//, '') : path))
      );
    expect(sources.length).toBeGreaterThan(3);
    expect(sources.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });
});

describe('the image of the standalone host', () => {
  const build = temporaryFolder();
  const image = temporaryFolder();
  afterAll(() => {
    for (const folder of [build, image]) rmSync(folder, { recursive: true, force: true });
  });

  it('comes up without any packages, with what the last stage copies and nothing else', async () => {
    cpSync(join(PROJECT, 'build'), join(build, 'build'), { recursive: true });
    cpSync(join(PROJECT, 'LICENSE'), join(build, 'LICENSE'));
    symlinkSync(join(PROJECT, 'node_modules'), join(build, 'node_modules'));
    const all = instructions('Dockerfile.standalone');
    const bundle = all.find(({ args }) => args.startsWith('npx esbuild '))?.args ?? '';
    const [npx, ...args] = bundle.split(' ');
    execFileSync(npx, args, { cwd: build });

    for (const { from, sources, target } of copiesOf(all)) {
      if (from === undefined) continue;
      for (const source of sources) {
        const path = source.replace(/^\/watchkeeper\//, '');
        const to = target.endsWith('/') ? join(image, target, path) : join(image, target);
        mkdirSync(dirname(to), { recursive: true });
        cpSync(join(build, path), to, { recursive: true });
      }
    }
    expect(existsSync(join(image, 'node_modules'))).toBe(false);
    const entry = all.find(({ name }) => name === 'ENTRYPOINT')?.args ?? '[]';
    const main = join(image, JSON.parse(entry)[1]);
    const host = await startTestHost({ clusterUrl: 'http://127.0.0.1:9', main });
    try {
      const page = await fetch(`${host.url}/app/watchkeeper_alerts`);
      expect(page.status).toBe(200);
      const { status, body } = await host.api<{ entry: string }>('GET', '/api/watchkeeper/bundle');
      expect([status, typeof body.entry]).toEqual([200, 'string']);
    } finally {
      await host.stop();
    }
  });
});
