import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ClusterError, USE_YOUR_OWN } from './cluster_error';
import { EDITIONS, PREFERRED_EDITIONS, runsOn } from './edition';
import type { Edition, EditionName } from './edition';

const run = promisify(execFile);

export interface Java {
  home: string;
  /** Feature version, for example 17. */
  version: number;
}

export interface Choice {
  edition: Edition;
  java: Java;
}

/** The feature version in a version text: `17.0.15` is 17, `1.8.0_292` is 8. */
export function featureVersion(text: string): number | undefined {
  const match = /^(?:1\.)?(\d+)/.exec(text);
  return match ? Number(match[1]) : undefined;
}

const foldersIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/** The home of the `java` that the PATH names, behind its symbolic links. */
function homeOnPath(env: NodeJS.ProcessEnv): string[] {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && existsSync(join(folder, 'java')))
    .map((folder) => dirname(dirname(realpathSync(join(folder, 'java')))))
    .slice(0, 1);
}

function candidateHomes(env: NodeJS.ProcessEnv): string[] {
  const homes = [
    ...(env.JAVA_HOME ? [env.JAVA_HOME] : []),
    ...foldersIn('/usr/lib/jvm'),
    ...foldersIn('/Library/Java/JavaVirtualMachines').map((jdk) => join(jdk, 'Contents', 'Home')),
    ...foldersIn(join(homedir(), '.sdkman', 'candidates', 'java')),
    ...homeOnPath(env),
  ];
  const real = homes
    .filter((home) => existsSync(join(home, 'bin', 'java')))
    .map((home) => realpathSync(home));
  return [...new Set(real)];
}

/** Asks the `release` file first, since starting a JVM for each candidate is slow. */
async function versionOf(home: string): Promise<number | undefined> {
  const release = join(home, 'release');
  if (existsSync(release)) {
    const match = /^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(release, 'utf8'));
    if (match) return featureVersion(match[1]);
  }
  try {
    const { stderr } = await run(join(home, 'bin', 'java'), ['-version'], { timeout: 20_000 });
    return featureVersion(/version "([^"]+)"/.exec(stderr)?.[1] ?? '');
  } catch {
    return undefined;
  }
}

/** Every Java on this machine, in the order in which they are preferred. */
export async function findJavas(env: NodeJS.ProcessEnv = process.env): Promise<Java[]> {
  const javas: Java[] = [];
  for (const home of candidateHomes(env)) {
    const version = await versionOf(home);
    if (version !== undefined) javas.push({ home, version });
  }
  return javas;
}

const listOf = (javas: Java[]): string =>
  javas.length === 0
    ? 'No Java was found in JAVA_HOME, under /usr/lib/jvm or on the PATH.'
    : `Found: ${javas.map(({ home, version }) => `Java ${version} in ${home}`).join(', ')}.`;

const wanted = ({ label, minJava, maxJava }: Edition): string => {
  if (maxJava === Infinity) return `${label} needs a JDK ${minJava} or newer`;
  return `${label} needs a JDK ${minJava} to ${maxJava}`;
};

/** The newest edition that one of the Javas can run, or the asked one. */
export function choose(javas: Java[], asked?: EditionName): Choice {
  const editions = (asked ? [asked] : PREFERRED_EDITIONS).map((name) => EDITIONS[name]);
  for (const edition of editions) {
    const java = javas.find(({ version }) => runsOn(edition, version));
    if (java) return { edition, java };
  }
  throw new ClusterError(
    `${editions.map(wanted).join('; ')}. ${listOf(javas)}`,
    `Install one (for example \`apt install openjdk-17-jdk-headless\` or https://adoptium.net) or point JAVA_HOME to it. ${USE_YOUR_OWN}`
  );
}
