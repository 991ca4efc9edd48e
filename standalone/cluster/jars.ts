import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ClusterError, USE_YOUR_OWN } from './cluster_error';
import { withFileLock } from './file_lock';
import type { Edition } from './edition';
import type { Java } from './java';

export type Progress = (message: string) => void;

const COPY_GOAL = 'dependency:copy-dependencies';
const MAX_LOG = 200_000;

function pomOf(edition: Edition): string {
  const [group, artifact, version] = edition.coordinates.split(':');
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>watchkeeper</groupId>
  <artifactId>embedded-cluster</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}

function findMaven(env: NodeJS.ProcessEnv): string {
  const folders = [env.MAVEN_HOME, env.M2_HOME]
    .filter((home): home is string => Boolean(home))
    .map((home) => join(home, 'bin'))
    .concat((env.PATH ?? '').split(delimiter));
  const found = folders.map((folder) => join(folder, 'mvn')).find((path) => existsSync(path));
  if (found) return found;
  throw new ClusterError(
    'Maven (mvn) was not found in MAVEN_HOME or on the PATH. It brings the jars of the embedded cluster.',
    `Install it, for example \`apt install maven\` or \`brew install maven\`. ${USE_YOUR_OWN}`
  );
}

/** What Maven said about the failure, without its stack of hints. */
function reasonIn(log: string): string {
  const lines = log.split('\n').filter((line) => line.startsWith('[ERROR]'));
  return (lines[0] ?? log.trim().split('\n').slice(-3).join(' ')).replace('[ERROR]', '').trim();
}

function runMaven(mvn: string, args: string[], java: Java, progress: Progress): Promise<string> {
  return new Promise((resolve, reject) => {
    // Maven needs some Java of its own; the user's choice for it goes first.
    const env = { ...process.env, JAVA_HOME: process.env.JAVA_HOME ?? java.home };
    const child = spawn(mvn, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    let jars = 0;
    const read = (chunk: Buffer): void => {
      const text = chunk.toString();
      log = (log + text).slice(-MAX_LOG);
      const before = jars;
      jars += text.match(/Downloaded from \S+: \S+\.jar/g)?.length ?? 0;
      if (jars > before) progress(`${jars} jars downloaded`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(log)
        : reject(
            new ClusterError(
              `Maven could not bring the jars of the embedded cluster: ${reasonIn(log)}`,
              `Check the network, or name your mirror of Maven Central in ~/.m2/settings.xml. ${USE_YOUR_OWN}`
            )
          )
    );
  });
}

/** Downloads beside the final folder and renames, so that a folder under its final name is always complete. */
async function download(
  edition: Edition,
  java: Java,
  cache: string,
  target: string,
  progress: Progress
): Promise<void> {
  const mvn = findMaven(process.env);
  const work = mkdtempSync(join(cache, `${edition.name}-`));
  try {
    writeFileSync(join(work, 'pom.xml'), pomOf(edition));
    const args = ['-B', '-f', join(work, 'pom.xml'), COPY_GOAL];
    await runMaven(mvn, [...args, `-DoutputDirectory=${join(work, 'jars')}`], java, progress);
    renameSync(join(work, 'jars'), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The folder with the jars of an edition, resolved by the user's own Maven (its settings, mirrors and local repository)
 * on first use. Safe when several processes ask at once.
 */
export async function resolveJars(
  edition: Edition,
  java: Java,
  cacheDir: string,
  progress: Progress = () => undefined
): Promise<string> {
  const cache = join(cacheDir, 'clusters');
  const target = join(cache, edition.name);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  await withFileLock(
    join(cache, 'maven.lock'),
    async () => {
      if (existsSync(target)) return;
      progress(`Bringing ${edition.label} from Maven`);
      await download(edition, java, cache, target, progress);
    },
    (pid) => progress(`Waiting for the download by process ${pid}`)
  );
  return target;
}
