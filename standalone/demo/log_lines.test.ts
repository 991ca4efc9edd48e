import { burst, calmLine, indexOf } from './log_lines';

const AT = Date.UTC(2024, 4, 31, 23, 59, 59, 900);

/** Goes through its range evenly, so that every branch is met. */
const evenly = (steps: number) => {
  let i = 0;
  return () => (i++ % steps) / steps;
};

describe('the demo workload', () => {
  it('writes calm lines that a search for ERROR does not find', () => {
    const random = evenly(97);
    const lines = Array.from({ length: 500 }, () => calmLine(AT, random));
    expect(lines.filter(({ message }) => /error/i.test(message))).toEqual([]);
    expect(new Set(lines.map(({ level }) => level))).toEqual(new Set(['INFO', 'WARN']));
  });

  it('writes bursts that say ERROR in the level and in the message, from one container', () => {
    const lines = burst(AT, evenly(13));
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(
      lines.every(({ level, message }) => level === 'ERROR' && /\bERROR\b/.test(message))
    ).toBe(true);
    expect(new Set(lines.map(({ kubernetes }) => kubernetes.container_name)).size).toBe(1);
  });

  it('never dates a burst into the future', () => {
    const times = burst(AT, evenly(7)).map((log) => Date.parse(log['@timestamp']));
    expect(Math.max(...times)).toBe(AT);
  });

  it('puts a line into the index of its day in UTC', () => {
    expect(indexOf(calmLine(AT, evenly(5)))).toBe('k8s-logs-2024.05.31');
  });
});
