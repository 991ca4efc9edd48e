import { templateFunction } from '../template_functions';
import { templateHelper } from '../template_helpers';
import type { Shape } from './shape';
import { ShapeScope, scopeWithin } from './shape_scope';

interface OpenSection {
  name: string;
  sigil: '#' | '^';
}

const SECTION_TAG = /\{\{\s*([#^/])\s*([^{}]*?)\s*\}\}/g;

/** The sections that are open at the end of a text, the outermost first. A text that is being written need not be right. */
export const openSections = (text: string): OpenSection[] => {
  const open: OpenSection[] = [];
  for (const [, sigil, name] of text.matchAll(SECTION_TAG)) {
    if (sigil === '#' || sigil === '^') {
      open.push({ sigil, name });
      continue;
    }
    const at = open.map((section) => section.name).lastIndexOf(name);
    if (at >= 0) open.length = at;
  }
  return open;
};

/** Whether a section of that name is a function, in this scope. */
export const isFunctionSection = (scope: ShapeScope, name: string): boolean =>
  templateFunction(name) !== undefined ||
  (templateHelper(name) !== undefined && scope.lookup(name).kind !== 'found');

/** Of which functions the text is the name of a value, without braces. */
export const takesName = (name: string): boolean => /^(?:toJson|json|join\b.*)$/s.test(name);

/** The scope behind these sections. */
export const scopeBehind = (sample: Shape, sections: readonly OpenSection[]): ShapeScope =>
  sections.reduce(
    (scope, { sigil, name }) =>
      sigil === '^' || isFunctionSection(scope, name)
        ? scope
        : scope.push(scopeWithin(scope.lookup(name))),
    new ShapeScope(sample)
  );
