interface Decimal {
  negative: boolean;
  digits: string;
  /** Of the first digit: 1 for 12.5. */
  exponent: number;
}

const decimalOf = (exponential: string): Decimal => {
  const negative = exponential.startsWith('-');
  const [mantissa, exponent] = (negative ? exponential.slice(1) : exponential).split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return { negative, digits, exponent: Number(exponent) };
};

/** Java writes plain digits from 0.001 up to ten million, and computerised scientific notation outside of that. */
const layOut = ({ negative, digits, exponent }: Decimal): string => {
  const sign = negative ? '-' : '';
  if (exponent < -3 || exponent >= 7) {
    return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
};

const special = (value: number): string | undefined => {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  return undefined;
};

/** `Double.toString` of Java 19 and newer: the shortest digits that give the value back, but at least two of them. */
export const javaDoubleText = (value: number): string => {
  const known = special(value);
  if (known !== undefined) return known;
  const shortest = value.toExponential();
  const exponential = shortest.includes('.') ? shortest : value.toExponential(1);
  return layOut(decimalOf(exponential));
};

const MAX_FLOAT_DIGITS = 9;

/** The decimals of so many digits that give a float back, the best first: the nearest, of two the even one. */
const candidates = (value: number, fraction: number): string[] => {
  const exponent = Number(value.toExponential(fraction).split('e')[1]);
  const unit = Number(`1e${exponent - fraction}`);
  const distance = (text: string): number => Math.abs(Number(text) - value);
  const isOdd = (text: string): number => Number(text.split('e')[0].slice(-1)) % 2;
  return [-1, 0, 1]
    .map((step) => (Number(value.toExponential(fraction)) + step * unit).toExponential(fraction))
    .filter((text) => Math.fround(Number(text)) === value)
    .sort((a, b) => distance(a) - distance(b) || isOdd(a) - isOdd(b));
};

/** `Float.toString`; the value must be one that a float holds (`Math.fround`). */
export const javaFloatText = (value: number): string => {
  const known = special(value);
  if (known !== undefined) return known;
  for (let fraction = 1; fraction < MAX_FLOAT_DIGITS; fraction++) {
    const [found] = candidates(value, fraction);
    if (found !== undefined) return layOut(decimalOf(found));
  }
  return layOut(decimalOf(value.toExponential(MAX_FLOAT_DIGITS)));
};
