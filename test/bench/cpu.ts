import { readFileSync } from 'node:fs';

/** Linux counts CPU in hundredths of a second for user space, whatever the kernel's own clock. */
const TICK_MS = 10;

/** Milliseconds of CPU that a process has used so far. */
export const cpuOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the process may hold blanks; the fields are counted behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};

/** Megabytes in memory. */
export const memoryOf = (pid: number): number => {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
};

export interface Usage {
  host: number;
  cluster: number;
}

/** Measures what two processes use while something happens, in milliseconds of CPU. */
export const measure = async (
  pids: Usage,
  work: () => Promise<void>
): Promise<Usage & { seconds: number }> => {
  const before = { host: cpuOf(pids.host), cluster: cpuOf(pids.cluster), at: Date.now() };
  await work();
  return {
    host: cpuOf(pids.host) - before.host,
    cluster: cpuOf(pids.cluster) - before.cluster,
    seconds: (Date.now() - before.at) / 1000,
  };
};
