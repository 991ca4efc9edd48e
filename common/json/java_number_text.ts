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

/** `Float.toString`; the value must be one that a float holds (`Math.fround`). */
export const javaFloatText = (value: number): string => {
  const known = special(value);
  if (known !== undefined) return known;
  for (let fraction = 1; fraction < MAX_FLOAT_DIGITS; fraction++) {
    const exponential = value.toExponential(fraction);
    if (Math.fround(Number(exponential)) === value) {
      return layOut(decimalOf(exponential));
    }
  }
  return layOut(decimalOf(value.toExponential(MAX_FLOAT_DIGITS)));
};
