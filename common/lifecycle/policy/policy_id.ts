import { phrase } from '../../phrase';
import type { Phrase } from '../../phrase';

/** Bytes: the id of a policy is that of a document. */
const LONGEST = 512;

/** What a path, a pattern or a list makes something else of; nor what cannot be seen. */
const TAKEN = /[/\\*?,"<>|#%\p{Cc}]/u;

const bytesOf = (text: string): number =>
  [...text].reduce((sum, each) => {
    const code = each.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);

/**
 * What is wrong with the id of a policy that is to be made; undefined where nothing is. Index State Management takes nearly
 * any text: ids that stand there already are read, changed and deleted whatever they are.
 */
export const policyIdProblem = (id: string): Phrase | undefined => {
  if (id.trim() === '') {
    return phrase('watchkeeper.lifecycle.policyId.empty', 'Give the policy an id.');
  }
  if (id !== id.trim() || TAKEN.test(id) || /^\.{1,2}$/.test(id)) {
    return phrase(
      'watchkeeper.lifecycle.policyId.characters',
      'An id has no slashes, none of * ? , " < > | # % and no blank at its ends: use letters, digits, - and _.'
    );
  }
  return bytesOf(id) > LONGEST
    ? phrase('watchkeeper.lifecycle.policyId.long', 'An id has at most 512 bytes: shorten it.')
    : undefined;
};
