/** A query has something that the builder does not show. The message is for the author, and names it. */
export class CannotShow extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotShow';
  }
}

/** @throws CannotShow always, naming the member at a path of the search body */
export const cannotShow = (path: string, why = 'is not among what the builder shows.'): never => {
  throw new CannotShow(`\`${path}\` ${why}`);
};
