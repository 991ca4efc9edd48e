import { textPosition } from '../../json/text_position';

/** A template that does not parse, or that came to more than its limits allow. */
export class TemplateError extends Error {
  /** From 1; absent when the fault has no place. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;

  constructor(message: string, place?: { source: string; offset: number }) {
    super(message);
    this.name = 'TemplateError';
    if (place)
      ({ line: this.line, column: this.column } = textPosition(place.source, place.offset));
  }
}
