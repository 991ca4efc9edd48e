import type { Monitor } from '../../../common/monitors/monitor';

const INDENT = 2;

/** Texts of several lines stand between triple quotes, as in the Dev Tools console, so that lines can be compared. */
const stringText = (text: string): string =>
  text.includes('\n') ? `"""\n${text.replace(/\n*$/, '')}\n"""` : JSON.stringify(text);

const lay = (value: unknown, depth: number): string => {
  const inner = ' '.repeat(INDENT * (depth + 1));
  const outer = ' '.repeat(INDENT * depth);
  const block = (open: string, parts: string[], close: string) =>
    parts.length === 0
      ? open + close
      : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${outer}${close}`;
  if (typeof value === 'string') return stringText(value);
  if (Array.isArray(value)) {
    return block(
      '[',
      value.map((part) => lay(part, depth + 1)),
      ']'
    );
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => `${JSON.stringify(key)}: ${lay(part, depth + 1)}`);
    return block('{', parts, '}');
  }
  return JSON.stringify(value) ?? 'null';
};

/** What the server sets at each save. */
const SERVERS: ReadonlyArray<string> = ['last_update_time', 'enabled_time'];

/** A monitor as lines to compare. */
export const versionText = (monitor: Monitor): string =>
  lay(Object.fromEntries(Object.entries(monitor).filter(([key]) => !SERVERS.includes(key))), 0);
