/** A text that a receiver takes, and what was done to it. */
export interface Cut {
  text: string;
  notes: string[];
}

/** Half of a surrogate pair would not survive UTF-8. */
const whole = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');

/** Cuts a text to what a receiver takes, and says so at its end. */
export const cutTo = (text: string, limit: number): Cut => {
  if (text.length <= limit) return { text, notes: [] };
  const end = `… (cut from ${text.length} characters)`;
  return {
    text: whole(text.slice(0, limit - end.length)) + end,
    notes: [`The receiver takes at most ${limit} characters: the message is cut.`],
  };
};

/** Bytes of a text in UTF-8, without Node's or a browser's own. */
const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

export const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character);
  return bytes;
};

const sliceBytes = (text: string, limit: number): string => {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > limit) break;
    end += character.length;
  }
  return text.slice(0, end);
};

/** The same for receivers that count bytes of UTF-8. No character is cut in two. */
export const cutToBytes = (text: string, limit: number): Cut => {
  const length = utf8Length(text);
  if (length <= limit) return { text, notes: [] };
  const end = `… (cut from ${length} bytes)`;
  return {
    text: sliceBytes(text, limit - utf8Length(end)) + end,
    notes: [`The receiver takes at most ${limit} bytes: the message is cut.`],
  };
};
