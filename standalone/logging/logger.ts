import type { LogMeta, Logger } from 'opensearch-dashboards/server';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'off'] as const;

export type LogLevel = (typeof LEVELS)[number];

export interface LoggerOptions {
  /** The least important level that is still written; `info` unless given. */
  level?: LogLevel;
  /** Takes one finished line; standard output unless given. */
  write?: (line: string) => void;
}

export function isLogLevel(value: unknown): value is LogLevel {
  return (LEVELS as readonly unknown[]).includes(value);
}

/** A logger that writes `time [LEVEL] [context] message`. */
export function createLogger(
  { level = 'info', write = (line) => process.stdout.write(`${line}\n`) }: LoggerOptions = {},
  context = ''
): Logger {
  const least = LEVELS.indexOf(level);
  const log = (name: LogLevel) => (message: string | Error, meta?: LogMeta) => {
    if (LEVELS.indexOf(name) < least) return;
    const text = message instanceof Error ? (message.stack ?? message.message) : message;
    const where = context === '' ? '' : ` [${context}]`;
    const more = meta === undefined ? '' : ` ${JSON.stringify(meta)}`;
    write(`${new Date().toISOString()} [${name.toUpperCase().padEnd(5)}]${where} ${text}${more}`);
  };
  return {
    trace: log('trace'),
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
    fatal: log('fatal'),
    get: (...parts) =>
      createLogger({ level, write }, [context, ...parts].filter((part) => part !== '').join('.')),
  };
}
