import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configSchema } from '../../server/config';
import { readAccess } from '../../standalone/auth/access_config';
import { configAt, readConfig } from '../../standalone/config/read_config';
import { readOptions } from '../../standalone/options';
import { copiesOf, instructionsOf } from '../support/dockerfile';
import { PROJECT, read } from './files';

const KNOWN = ['FROM', 'COPY', 'RUN', 'WORKDIR', 'USER', 'VOLUME', 'ENTRYPOINT', 'CMD', 'ENV'];
const DOCKERFILES = ['docker/Dockerfile', 'docker/Dockerfile.standalone'];
const { version, opensearchDashboards } = JSON.parse(read('package.json'));

/** A fixed version: `latest` is another one tomorrow. */
const PINNED = /^[\w./-]+:\d[\w.-]*$/;

describe.each(DOCKERFILES)('%s', (path) => {
  const instructions = instructionsOf(read(path));
  const stages = instructions.filter(({ name }) => name === 'FROM').map(({ args }) => args);

  it('has only instructions that Docker knows, and begins with an image', () => {
    expect(instructions[0].name).toBe('FROM');
    expect(instructions.filter(({ name }) => !KNOWN.includes(name))).toEqual([]);
  });

  it('is built on images of fixed versions', () => {
    for (const stage of stages) expect(stage.split(' ')[0]).toMatch(PINNED);
  });

  it('copies from stages that it has', () => {
    const names = stages.map((stage) => / AS (\S+)$/i.exec(stage)?.[1]);
    const from = copiesOf(instructions).flatMap((copy) => copy.from ?? []);
    expect(from.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('says beside it what is not sent to Docker', () => {
    expect(existsSync(join(PROJECT, `${path}.dockerignore`))).toBe(true);
  });
});

describe('docker/Dockerfile', () => {
  const instructions = instructionsOf(read('docker/Dockerfile'));

  it('adds two lines to the official image: the zip of this version, and its installation', () => {
    const zip = `watchkeeper-${version}.zip`;
    expect(instructions).toEqual([
      {
        name: 'FROM',
        args: `opensearchproject/opensearch-dashboards:${opensearchDashboards.version}`,
      },
      { name: 'COPY', args: `--chown=1000:1000 build/${zip} /tmp/` },
      {
        name: 'RUN',
        args: `/usr/share/opensearch-dashboards/bin/opensearch-dashboards-plugin install file:///tmp/${zip}`,
      },
    ]);
  });
});

it('docker/Dockerfile.standalone does not run as root', () => {
  const users = instructionsOf(read('docker/Dockerfile.standalone')).filter(
    ({ name }) => name === 'USER'
  );
  expect(users.map(({ args }) => args)).toEqual(['node']);
});

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  depends_on?: Record<string, unknown>;
  environment?: Record<string, string>;
  healthcheck?: { test: string };
  ports?: string[];
  volumes?: string[];
  command?: string[];
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
}

const SERVICE_KEYS = [
  'image',
  'build',
  'depends_on',
  'environment',
  'healthcheck',
  'ports',
  'volumes',
  'command',
];

describe.each(['docker/compose.yaml', 'docker/compose.kibana-7.10.yaml'])('%s', (path) => {
  const { services, volumes } = parse(read(path)) as Compose;
  const all = Object.entries(services);

  it('has services of an image of a fixed version, or of a Dockerfile that is there', () => {
    for (const [name, { image, build }] of all) {
      if (image !== undefined) expect([name, image]).toEqual([name, expect.stringMatching(PINNED)]);
      else {
        const file = join(PROJECT, 'docker', build?.context ?? '', build?.dockerfile ?? '');
        expect([name, existsSync(file)]).toEqual([name, true]);
      }
    }
  });

  it('has only keys that Compose knows, all of text where it wants text', () => {
    for (const [, service] of all) {
      expect(Object.keys(service).filter((key) => !SERVICE_KEYS.includes(key))).toEqual([]);
      const values = Object.values(service.environment ?? {});
      expect(values.filter((value) => typeof value !== 'string')).toEqual([]);
    }
  });

  it('waits for services that it has, and that say when they are well', () => {
    const wanted = all.flatMap(([, { depends_on: on = {} }]) => Object.keys(on));
    expect(wanted.length).toBeGreaterThan(0);
    for (const name of wanted) expect(services[name]?.healthcheck).toBeDefined();
  });

  it('publishes on loopback only: nothing here speaks TLS', () => {
    const ports = all.flatMap(([, service]) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('mounts volumes that it declares, and files that are there', () => {
    for (const mount of all.flatMap(([, service]) => service.volumes ?? [])) {
      const [source] = mount.split(':');
      const known = source.startsWith('.')
        ? existsSync(join(PROJECT, 'docker', source))
        : source in volumes;
      expect([mount, known]).toEqual([mount, true]);
    }
  });
});

it('the standalone host in a container lets nobody in without a login', () => {
  const { services } = parse(read('docker/compose.kibana-7.10.yaml')) as Compose;
  const { command = [], environment = {}, ports, volumes = [] } = services.watchkeeper;
  const { host, port, configPath, cluster } = readOptions(command, environment);
  expect(ports).toEqual([`127.0.0.1:${port}:${port}`]);
  expect(cluster?.url).toBe('http://elasticsearch:9200');
  const [mount = ''] = volumes.filter((each) => each.includes(`:${configPath}:`));
  const hash = `scrypt:15:8:1:${'a'.repeat(43)}:${'b'.repeat(43)}`;
  expect(environment).toHaveProperty('WATCHKEEPER_PASSWORD_HASH');
  const config = readConfig({
    configPath: join(PROJECT, 'docker', mount.split(':')[0]),
    env: { WATCHKEEPER_PASSWORD_HASH: hash },
  });
  expect(readAccess(config, host)).toMatchObject({
    host: '0.0.0.0',
    login: { local: { name: 'ops' } },
  });
});

describe('the configuration in containers', () => {
  const env = {
    WATCHKEEPER_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    WATCHKEEPER_PASSWORD: 'word',
  };
  const pluginKeys = (text: Record<string, unknown>) =>
    configAt(readConfig({ overrides: text }), ['opensearch_watchkeeper']);

  it('of Compose is one that the plugin takes', () => {
    const configPath = join(PROJECT, 'docker', 'opensearch_dashboards.yml');
    const config = configAt(readConfig({ configPath, env }), ['opensearch_watchkeeper']);
    expect(configSchema.parse(config).encryption_key).toBe(env.WATCHKEEPER_ENCRYPTION_KEY);
  });

  it('of the Helm values is one that the plugin takes, with variables that are set there', () => {
    const values = parse(read('docker/helm-values.yaml'));
    const text: string = values.config['opensearch_dashboards.yml'];
    const variables = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    const given = values.extraEnvs.map(({ name }: { name: string }) => name);
    expect(given).toEqual(variables);
    const config = configSchema.parse(pluginKeys(parse(text)));
    const roles = Object.keys(parse(read('docs/roles/users.yml')));
    expect(Object.values(config.roles).flat()).toEqual(roles);
    expect(values.image.tag).toBe(opensearchDashboards.version);
  });
});

it('has nothing in docker/ that these tests do not know', () => {
  const names = readdirSync(join(PROJECT, 'docker')).sort();
  expect(names).toEqual([
    'Dockerfile',
    'Dockerfile.dockerignore',
    'Dockerfile.standalone',
    'Dockerfile.standalone.dockerignore',
    'compose.kibana-7.10.yaml',
    'compose.yaml',
    'helm-values.yaml',
    'opensearch_dashboards.yml',
    'watchkeeper.yml',
  ]);
});
