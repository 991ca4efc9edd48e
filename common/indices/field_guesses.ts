/** A field as the mapping has it. */
export interface KnownField {
  name: string;
  /** The type of the mapping: `keyword`, `date`, `long`. */
  type: string;
}

const isOf =
  (...types: string[]) =>
  ({ type }: KnownField): boolean =>
    types.includes(type);

const isDate = isOf('date', 'date_nanos');
const isKeyword = isOf('keyword', 'constant_keyword', 'wildcard');
const isText = isOf('text', 'match_only_text');
const isNumber = isOf(
  ...['long', 'integer', 'short', 'byte', 'double', 'float', 'half_float', 'scaled_float'],
  'unsigned_long'
);

/** The first of the wished names that a field has, whatever the case of its letters; in the order of the wishes. */
const byWish = (fields: readonly KnownField[], wishes: readonly RegExp[]): KnownField | undefined =>
  wishes.flatMap((wish) => fields.filter(({ name }) => wish.test(name)).slice(0, 1))[0];

const TIMES = [/^@timestamp$/, /^timestamp$/i, /^time$/i, /(^|[._])(time|timestamp|date)$/i];

/** The field that says when a document happened; undefined where there is no date. */
export const guessTimeField = (fields: readonly KnownField[]): string | undefined => {
  const dates = fields.filter(isDate);
  return (byWish(dates, TIMES) ?? dates[0])?.name;
};

const LEVELS = [
  /^log\.level$/,
  /^level$/i,
  /^severity$/i,
  /^severity_text$/i,
  /^log_?level$/i,
  /^loglevel$/i,
  /(^|[._])(log[._]?level|level|levelname|severity|severity_?text)$/i,
  /(^|[._])(log[._]?level|level|levelname|severity|severity_?text)\.(keyword|raw)$/i,
];

/** The field that holds the level of a line, its keyword where it has one. */
export const guessLevelField = (fields: readonly KnownField[]): string | undefined => {
  const keywords = byWish(fields.filter(isKeyword), LEVELS);
  return (keywords ?? byWish(fields.filter(isText), LEVELS))?.name;
};

const SERVICES = [
  /^service\.name(\.keyword)?$/,
  /^kubernetes\.container_name(\.keyword)?$/,
  /^kubernetes\.container\.name(\.keyword)?$/,
  /^service(_name)?(\.keyword)?$/i,
  /^(app|application|container)([._]name)?(\.keyword)?$/i,
  /(^|[._])(service|app|container|pod|host)([._]?name)?(\.keyword)?$/i,
  /^(host|hostname|source)(\.keyword)?$/i,
];

/** The field that names the service that a document came from. */
export const guessServiceField = (fields: readonly KnownField[]): string | undefined =>
  byWish(fields.filter(isKeyword), SERVICES)?.name;

const DURATIONS = [
  /^event\.duration$/,
  /(^|[._])(duration|latency|response_?time|elapsed|took)(_?(ms|us|ns|s|millis|seconds))?$/i,
  /(duration|latency|response|elapsed)/i,
];

/** The field that says how long something took. */
export const guessDurationField = (fields: readonly KnownField[]): string | undefined =>
  byWish(fields.filter(isNumber), DURATIONS)?.name;

/** Which fields fit where; what a page offers to choose from. */
export const fieldChoices = (
  fields: readonly KnownField[]
): Record<'time' | 'level' | 'service' | 'duration', string[]> => {
  const namesOf = (fits: (field: KnownField) => boolean): string[] =>
    fields.filter(fits).map(({ name }) => name);
  return {
    time: namesOf(isDate),
    level: namesOf((field) => isKeyword(field) || isText(field)),
    service: namesOf(isKeyword),
    duration: namesOf(isNumber),
  };
};
