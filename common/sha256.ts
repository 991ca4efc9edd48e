/** Fractional parts of the cube roots and square roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const constants = (count: number, root: (prime: number) => number): number[] => {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let divisor = 2;
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor++;
    if (divisor * divisor <= candidate) continue;
    const value = root(candidate);
    found.push(((value - Math.floor(value)) * 0x1_0000_0000) | 0);
  }
  return found;
};

const ROUNDS = constants(64, Math.cbrt);
const START = constants(8, Math.sqrt);

/** A lone half of a surrogate pair is written as it is: two texts that differ never have the same bytes. */
const utf8 = (text: string): number[] => {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x1_0000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
      bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
  }
  return bytes;
};

/** Whole blocks of 64 bytes as words, with the length in bits at the end. */
const padded = (text: string): Int32Array => {
  const bytes = utf8(text);
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  bytes.forEach((byte, at) => (words[at >> 2] |= byte << (24 - (at & 3) * 8)));
  words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length & 3) * 8);
  words[words.length - 2] = Math.floor(bytes.length / 0x2000_0000);
  words[words.length - 1] = bytes.length << 3;
  return words;
};

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const schedule = (words: Int32Array, offset: number): Int32Array => {
  const extended = new Int32Array(64);
  for (let i = 0; i < 16; i++) extended[i] = words[offset + i];
  for (let i = 16; i < 64; i++) {
    const [a, b] = [extended[i - 15], extended[i - 2]];
    const low = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const high = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    extended[i] = (extended[i - 16] + low + extended[i - 7] + high) | 0;
  }
  return extended;
};

const compress = (hash: number[], words: Int32Array, offset: number): number[] => {
  const extended = schedule(words, offset);
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < 64; i++) {
    const chosen = (e & f) ^ (~e & g);
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + ROUNDS[i] + extended[i]) | 0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + hash[i]) | 0);
};

/** SHA-256 of a text's UTF-8 as 64 hexadecimal digits (FIPS 180-4). Here since the browser's own is asynchronous. */
export const sha256 = (text: string): string => {
  const words = padded(text);
  let hash = START;
  for (let offset = 0; offset < words.length; offset += 16) hash = compress(hash, words, offset);
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
};
