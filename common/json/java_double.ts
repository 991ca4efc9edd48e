import { javaDoubleText } from './java_number_text';

/**
 * A double whose value is an integer, such as the 5.0 of an answer: JavaScript alone could not tell it from 5, and Java
 * divides, compares and prints the two differently. Doubles with a fraction stay plain numbers.
 */
export class JavaDouble {
  constructor(readonly value: number) {
    Object.freeze(this);
  }

  valueOf(): number {
    return this.value;
  }

  /** As Java prints it: `5.0`. */
  toString(): string {
    return javaDoubleText(this.value);
  }
}
