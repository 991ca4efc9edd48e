import { plainSentence } from '../../plain_sentence';
import { phrase } from '../../phrase';
import { sentence } from '../../sentence';
import type { Sentence } from '../../sentence';

/** What became of a part of a policy of Index Lifecycle Management that is not the same here. */
export interface IlmNote {
  /** `changed`: something like it stands in its place. `lost`: nothing does. */
  kind: 'changed' | 'lost';
  /** Dotted path into the document that was brought. */
  place: string;
  /** What it is now, and what to do about it. */
  said: Sentence;
  /** The same in English. */
  message: string;
}

/** Collects notes while a policy is converted. */
export class IlmNotes {
  readonly all: IlmNote[] = [];

  changed(place: string, said: Sentence): void {
    this.note('changed', place, said);
  }

  lost(place: string, said: Sentence): void {
    this.note('lost', place, said);
  }

  /** For what has nothing like it here. */
  unknown(place: string, name: string): void {
    this.lost(
      place,
      sentence(
        phrase(
          'watchkeeper.lifecycle.ilm.nothingLike',
          'Nothing here is like “{name}”: it is left out.'
        ),
        { name }
      )
    );
  }

  private note(kind: IlmNote['kind'], place: string, said: Sentence): void {
    this.all.push({ ...{ kind, place, said }, message: plainSentence(said) });
  }
}
