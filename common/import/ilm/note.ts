/** What became of a part of a policy of Index Lifecycle Management that is not the same here. */
export interface IlmNote {
  /** `changed`: something like it stands in its place. `lost`: nothing does. */
  kind: 'changed' | 'lost';
  /** Dotted path into the document that was brought. */
  place: string;
  /** A sentence: what it is now, and what to do about it. */
  message: string;
}

/** Collects notes while a policy is converted. */
export class IlmNotes {
  readonly all: IlmNote[] = [];

  changed(place: string, message: string): void {
    this.all.push({ kind: 'changed', place, message });
  }

  lost(place: string, message: string): void {
    this.all.push({ kind: 'lost', place, message });
  }
}
