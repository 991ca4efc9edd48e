import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeBinary } from '../support/node_binary';

const BUNDLE = resolve(__dirname, '../../build/opensearch-dashboards/watchkeeper/server/index.js');

/** Loads the bundle as a host does: the configuration's defaults, then the plugin itself. */
const LOAD = `
  const { config, plugin } = require(process.argv[1]);
  const defaults = config.schema.validate({});
  const log = { debug() {}, info() {}, warn() {}, error() {}, get: () => log };
  const { of } = require('rxjs');
  const made = plugin({
    logger: log,
    config: { create: () => of(defaults), legacy: { globalConfig$: of({}) } },
    env: { instanceUuid: 'test', packageInfo: { version: '3.5.0' } },
  });
  console.log(JSON.stringify({
    node: process.version,
    lifecycle: ['setup', 'start', 'stop'].filter((name) => typeof made[name] === 'function'),
  }));
`;

describe('the server bundle', () => {
  // What Dashboards 2.19 runs on, what this is developed on, what later ones run on.
  it.each(['18.20.8', '20.20.2', '22.23.3'])(
    'loads under Node %s without a word',
    async (version) => {
      expect(existsSync(BUNDLE)).toBe(true);
      const node = await nodeBinary(version);
      const { stdout, stderr } = spawnSync(node, ['-e', LOAD, BUNDLE], {
        cwd: resolve(__dirname, '../..'),
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({
        node: `v${version}`,
        lifecycle: ['setup', 'start', 'stop'],
      });
    }
  );
});
