import { UnknownConstruct } from './failures';
import type { StaticType } from './static_types';

export interface Variable {
  type: StaticType;
  slot: number;
  /** Assigned to after its declaration: a lambda must not use it. */
  reassigned: boolean;
  captured: boolean;
  /** Of the lambda (or the script itself) that declares it. */
  depth: number;
}

/** The names that can be seen at a place of the script. */
export class Scope {
  private readonly variables = new Map<string, Variable>();

  private constructor(
    private readonly parent: Scope | undefined,
    private readonly slots: { next: number; readonly root: string },
    private readonly depth: number
  ) {}

  /** @param root what the script is given; it has slot 0 */
  static ofScript(root: string, type: StaticType): Scope {
    const scope = new Scope(undefined, { next: 0, root }, 0);
    scope.declare(root, type);
    return scope;
  }

  block(): Scope {
    return new Scope(this, this.slots, this.depth);
  }

  lambda(): Scope {
    return new Scope(this, this.slots, this.depth + 1);
  }

  declare(name: string, type: StaticType): Variable {
    if (this.find(name)) throw new UnknownConstruct(`a second variable with the name ${name}`);
    const variable: Variable = {
      type,
      slot: this.slots.next++,
      reassigned: false,
      captured: false,
      depth: this.depth,
    };
    this.variables.set(name, variable);
    return variable;
  }

  read(name: string): Variable {
    const variable = this.demand(name);
    if (variable.depth < this.depth) variable.captured = true;
    return this.checked(name, variable);
  }

  assign(name: string): Variable {
    const variable = this.demand(name);
    // Of an assignment to `ctx` the cluster knows more than we do.
    if (variable.depth < this.depth || name === this.slots.root) {
      throw new UnknownConstruct(`an assignment to ${name}`);
    }
    variable.reassigned = true;
    return this.checked(name, variable);
  }

  private checked(name: string, variable: Variable): Variable {
    if (variable.captured && variable.reassigned) {
      throw new UnknownConstruct(`a lambda with ${name}, which changes`);
    }
    return variable;
  }

  private demand(name: string): Variable {
    const variable = this.find(name);
    if (!variable) throw new UnknownConstruct(`the name ${name}`);
    return variable;
  }

  private find(name: string): Variable | undefined {
    return this.variables.get(name) ?? this.parent?.find(name);
  }
}
