const FIELDS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  weekday: 'long',
  hourCycle: 'h23',
  calendar: 'gregory',
  numberingSystem: 'latn',
} as const;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' '
  );

export const DEFAULT_ZONE = 'UTC';
export const DEFAULT_FORMAT = 'yyyy-MM-dd HH:mm:ss';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a zone that is not known */
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { ...FIELDS, timeZone: zone });
  formatters.set(zone, made);
  return made;
};

export const isTimeZone = (zone: string): boolean => {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
};

interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
  weekday: string;
  /** Minutes east of Greenwich. */
  offset: number;
}

const localTime = (epochMillis: number, zone: string): LocalTime => {
  const parts = formatterOf(zone).formatToParts(epochMillis);
  const text = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const [year, month, day] = ['year', 'month', 'day'].map((type) => Number(text(type)));
  const [hour, minute, second] = ['hour', 'minute', 'second'].map((type) => Number(text(type)));
  const milli = ((epochMillis % 1000) + 1000) % 1000;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second, milli);
  const offset = Math.round((asUtc - epochMillis) / 60_000);
  return { year, month, day, hour, minute, second, milli, weekday: text('weekday'), offset };
};

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

const offsetText = (minutes: number): string => {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}:${padded(size % 60, 2)}`;
};

const half = (hour: number): number => hour % 12 || 12;

/** The letters of `DateTimeFormatter` in Java that people use. */
const FORMATS: Readonly<Record<string, (time: LocalTime) => string>> = {
  yyyy: ({ year }) => padded(year, 4),
  yy: ({ year }) => padded(year % 100, 2),
  MMMM: ({ month }) => MONTHS[month - 1],
  MMM: ({ month }) => MONTHS[month - 1].slice(0, 3),
  MM: ({ month }) => padded(month, 2),
  M: ({ month }) => String(month),
  dd: ({ day }) => padded(day, 2),
  d: ({ day }) => String(day),
  HH: ({ hour }) => padded(hour, 2),
  H: ({ hour }) => String(hour),
  hh: ({ hour }) => padded(half(hour), 2),
  h: ({ hour }) => String(half(hour)),
  mm: ({ minute }) => padded(minute, 2),
  ss: ({ second }) => padded(second, 2),
  SSS: ({ milli }) => padded(milli, 3),
  a: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  EEEE: ({ weekday }) => weekday,
  EEE: ({ weekday }) => weekday.slice(0, 3),
  XXX: ({ offset }) => offsetText(offset),
};

/** A letter as often as it is repeated, a text in quotes, or what stands between. */
const PIECES = /([A-Za-z])\1*|'(?:[^']|'')*'|[^A-Za-z']+/g;

/** The first piece of a format that has no meaning, if there is one. */
export const unknownInFormat = (format: string): string | undefined => {
  const pieces = format.match(PIECES) ?? [];
  if (pieces.join('') !== format) return "'";
  return pieces.find((piece) => /^[A-Za-z]/.test(piece) && !(piece in FORMATS));
};

const pieceText = (piece: string, time: LocalTime): string => {
  if (piece === "''") return "'";
  if (piece.startsWith("'")) return piece.slice(1, -1).replaceAll("''", "'");
  return piece in FORMATS ? FORMATS[piece](time) : piece;
};

/** Epoch milliseconds of a text: such a number, as an aggregation gives it, or a date in ISO 8601. */
const instantOf = (text: string): number => {
  if (text === '') return NaN;
  const number = Number(text);
  if (!Number.isNaN(number)) return number;
  return /^\d{4}-\d{2}/.test(text) ? Date.parse(text) : NaN;
};

const FARTHEST = 8.64e15;

/** A date in a time zone and a format; what is no date stays as it is, so that the message goes out. */
export const dateText = (text: string, zone: string, format: string): string => {
  const at = instantOf(text);
  if (!(Math.abs(at) <= FARTHEST) || !isTimeZone(zone)) return text;
  const time = localTime(Math.floor(at), zone);
  return (format.match(PIECES) ?? []).map((piece) => pieceText(piece, time)).join('');
};
