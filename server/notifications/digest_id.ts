import { createHash } from 'crypto';

/** Names a merged message by what it is made of: the same ones merged again are the same message to its receiver. */
export const digestId = (ids: readonly string[]): string => {
  const hash = createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
  return `digest-${hash.slice(0, 32)}`;
};
