import type { Phrase } from '../../phrase';
import { plainSentence } from '../../plain_sentence';
import { sentence } from '../../sentence';
import type { Sentence } from '../../sentence';
import type { Path, PolicyProblem } from './policy';

/** That the server would refuse something, why, and where. */
export const refused = (
  path: Path,
  text: Phrase,
  values: Sentence['values'] = {}
): PolicyProblem[] => {
  const said = sentence(text, values);
  return [{ ...{ path, said }, message: plainSentence(said) }];
};

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
