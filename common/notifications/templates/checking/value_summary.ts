import { templateText } from '../template_text';
import type { Shape } from './shape';

const MOST = 40;

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
};

/** What stands at a place of the sample, in short; undefined where the sample does not tell. */
export const valueSummary = (shape: Shape): string | undefined => {
  switch (shape.kind) {
    case 'nothing':
    case 'anything':
      return undefined;
    case 'map':
      return `{ ${cut([...shape.members.keys()].join(', '))} }`;
    case 'list':
      return shape.length === undefined ? '[ ]' : `[ ${shape.length} ]`;
    default:
      return shape.sample === undefined ? undefined : cut(templateText(shape.sample));
  }
};
