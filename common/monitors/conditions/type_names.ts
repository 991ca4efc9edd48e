import { isOperator } from './token_stream';
import type { TokenStream } from './token_stream';

/** The number of tokens that the name of a type has from a place on: `int` one, `Map.Entry` three; 0 for no name. */
export const typeNameLength = (tokens: TokenStream, at = 0): number => {
  if (tokens.peek(at).kind !== 'identifier') return 0;
  return isOperator(tokens.peek(at + 1), '.') && tokens.peek(at + 2).kind === 'member' ? 3 : 1;
};

export const typeNameAt = (tokens: TokenStream, at: number): string =>
  Array.from({ length: typeNameLength(tokens, at) }, (_none, i) => tokens.peek(at + i).text).join(
    ''
  );

/** Takes the name of a type, if an identifier is next. */
export const takeTypeName = (tokens: TokenStream): string | undefined => {
  const name = typeNameAt(tokens, 0);
  for (let left = typeNameLength(tokens); left > 0; left -= 1) tokens.next();
  return name === '' ? undefined : name;
};
