import Mustache from 'mustache';
import { isMap } from './template_text';

interface Found {
  value: unknown;
}

const listMember = (list: readonly unknown[], name: string): Found | undefined => {
  if (name === 'size') return { value: list.length };
  return /^\d+$/.test(name) && Number(name) < list.length
    ? { value: list[Number(name)] }
    : undefined;
};

/** Members are a value's own: nothing of the prototype (`constructor`) is one. */
const memberOf = (container: unknown, name: string): Found | undefined => {
  if (Array.isArray(container)) return listMember(container, name);
  if (typeof container === 'string' && name === 'length') return { value: container.length };
  if (!isMap(container)) return undefined;
  return Object.prototype.hasOwnProperty.call(container, name)
    ? { value: container[name] }
    : undefined;
};

/**
 * Follows a path. Documents also have flat keys such as `kubernetes.container_name`: where a step fails, the key that
 * joins it with the next ones is tried.
 */
const follow = (container: unknown, path: readonly string[]): Found | undefined => {
  if (path.length === 0) return { value: container };
  for (let joined = 1; joined <= path.length; joined++) {
    const member = memberOf(container, path.slice(0, joined).join('.'));
    const found = member && follow(member.value, path.slice(joined));
    if (found) return found;
  }
  return undefined;
};

/**
 * Looks up names as the cluster's Mustache does, and flat keys below the top as well:
 * - in each scope, from the innermost on, a key that is the whole name wins;
 * - the first scope that has the first step of a path decides: outer scopes are not asked for the rest;
 * - a step into a list is an index or `size`.
 */
export class TemplateContext extends Mustache.Context {
  constructor(
    override readonly view: unknown,
    override readonly parent: TemplateContext | undefined = undefined
  ) {
    super(view, parent);
  }

  override push(view: unknown): TemplateContext {
    return new TemplateContext(view, this);
  }

  override lookup(name: string): unknown {
    if (name === '.') return this.view;
    const path = name.split('.');
    for (let scope: TemplateContext | undefined = this; scope; scope = scope.parent) {
      const found = memberOf(scope.view, name) ?? follow(scope.view, path);
      if (found) return found.value;
      if (memberOf(scope.view, path[0])) return undefined;
    }
    return undefined;
  }
}
