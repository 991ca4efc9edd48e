/** A text for people where no translation is at hand: the pages look it up by its id. `npm run i18n` finds the calls. */
export interface Phrase {
  id: string;
  defaultMessage: string;
}

export const phrase = (id: string, defaultMessage: string): Phrase => ({ id, defaultMessage });
