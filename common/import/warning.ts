/** What a reader should know about an imported document. */
export interface ImportWarning {
  /** Dotted path into what was made of it. */
  field: string;
  message: string;
  /** As it stands it cannot run: it comes disabled, until somebody mends this. */
  stops?: true;
}

/** Collects warnings while a document is turned into ours. */
export class Warnings {
  readonly all: ImportWarning[] = [];

  tell(field: string, message: string): void {
    this.all.push({ field, message });
  }

  /** For what keeps it from running. */
  stop(field: string, message: string): void {
    this.all.push({ field, message, stops: true });
  }
}
