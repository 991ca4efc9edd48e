import type { Assignment, Block, Declaration, ForEach, If, Loop, Statement } from './ast';
import type { ExpressionCompiler } from './compile_expression';
import { compileAssignment, compileDeclaration } from './compile_variables';
import { placed } from './compiled';
import { castFromDef } from './casts';
import { ConditionFailure, UnknownConstruct } from './failures';
import type { Frame } from './frame';
import type { Scope } from './scope';
import type { StaticType } from './static_types';
import { isSequence, itemsOf, typeName } from './values';
import type { ConditionValue } from './values';

/** How a statement ends: it goes on to the next one, or leaves a loop or the script. */
export type Completion = 'next' | 'break' | 'continue' | 'return';

export interface CompiledStatement {
  run: (frame: Frame) => Completion;
  /** The statement behind it cannot be reached. */
  escapes: boolean;
  /** It leaves the loop that it is in, on every path. */
  leavesLoop: boolean;
  /** It goes on with the next round of its loop, on some path. */
  continues: boolean;
}

const plain = (run: (frame: Frame) => void): CompiledStatement => ({
  run: (frame) => {
    run(frame);
    return 'next';
  },
  escapes: false,
  leavesLoop: false,
  continues: false,
});

class StatementCompiler {
  constructor(
    private readonly expressions: ExpressionCompiler,
    /** What a `return` must give. */
    private readonly gives: StaticType
  ) {}

  /** `isLast`: an expression at its end is the result. `inLoop`: the statement's end is that of a round. */
  statements(
    statements: Statement[],
    scope: Scope,
    isLast: boolean,
    depth: number
  ): CompiledStatement {
    if (statements.length === 0) throw new UnknownConstruct('an empty block');
    const compiled = statements.map((statement, i) =>
      this.statement(statement, scope, isLast && i === statements.length - 1, depth)
    );
    if (compiled.slice(0, -1).some(({ escapes }) => escapes)) {
      throw new UnknownConstruct('a statement that is never reached');
    }
    const last = compiled[compiled.length - 1];
    return {
      run: (frame) => {
        for (const { run } of compiled) {
          const completion = run(frame);
          if (completion !== 'next') return completion;
        }
        return 'next';
      },
      escapes: last.escapes,
      leavesLoop: last.leavesLoop,
      continues: compiled.some(({ continues }) => continues),
    };
  }

  private block({ statements }: Block, scope: Scope, isLast: boolean, depth: number) {
    return this.statements(statements, scope.block(), isLast, depth);
  }

  private statement(
    statement: Statement,
    scope: Scope,
    isLast: boolean,
    depth: number
  ): CompiledStatement {
    switch (statement.kind) {
      case 'return':
        return this.returned(statement.value, scope);
      case 'declaration':
        return this.declaration(statement, scope);
      case 'assignment':
        return this.assignment(statement, scope, isLast);
      case 'expression':
        return this.expression(statement.value, scope, isLast);
      case 'block':
        return this.block(statement, scope, isLast, depth);
      case 'if':
        return this.ifStatement(statement, scope, isLast, depth);
      case 'loop':
        return this.loop(statement, scope.block(), depth);
      case 'for_each':
        return this.forEach(statement, scope, depth);
      case 'break':
      case 'continue':
        return jump(statement.kind, depth);
    }
  }

  private returned(
    value: Extract<Statement, { kind: 'return' }>['value'],
    scope: Scope
  ): CompiledStatement {
    const { run } = this.expressions.compileAs(value, this.gives, scope);
    return {
      run: (frame) => {
        frame.result = run(frame);
        return 'return';
      },
      escapes: true,
      leavesLoop: true,
      continues: false,
    };
  }

  private declaration(statement: Declaration, scope: Scope): CompiledStatement {
    return plain(compileDeclaration(statement, scope, this.expressions));
  }

  private assignment(statement: Assignment, scope: Scope, isLast: boolean): CompiledStatement {
    // At the end of a script its value would be the result.
    if (isLast) throw new UnknownConstruct('an assignment at the end');
    return plain(compileAssignment(statement, scope, this.expressions));
  }

  private expression(
    value: Extract<Statement, { kind: 'expression' }>['value'],
    scope: Scope,
    isLast: boolean
  ): CompiledStatement {
    if (isLast) return this.returned(value, scope);
    if (value.kind !== 'call') throw new UnknownConstruct('an expression that does nothing');
    return plain(this.expressions.compile(value, scope).run);
  }

  private ifStatement(
    { condition, then, otherwise }: If,
    scope: Scope,
    isLast: boolean,
    depth: number
  ): CompiledStatement {
    const test = this.expressions.condition(condition, scope);
    const yes = this.block(then, scope, isLast, depth);
    const no = otherwise && this.block(otherwise, scope, isLast, depth);
    return {
      run: (frame) => {
        if (test.run(frame) === true) return yes.run(frame);
        return no ? no.run(frame) : 'next';
      },
      escapes: yes.escapes && no?.escapes === true,
      leavesLoop: yes.leavesLoop && no?.leavesLoop === true,
      continues: yes.continues || no?.continues === true,
    };
  }

  /** The cluster refuses a loop that never comes to a second round. */
  private round(body: Block, scope: Scope, depth: number): CompiledStatement {
    const last = body.statements[body.statements.length - 1];
    if (last?.kind === 'continue') throw new UnknownConstruct('continue at the end of a loop');
    const round = this.block(body, scope, false, depth + 1);
    if (round.escapes) throw new UnknownConstruct('a loop with one round');
    return round;
  }

  private loop({ before, condition, after, body }: Loop, scope: Scope, depth: number) {
    const start = before.map((statement) => this.statement(statement, scope, false, depth));
    const test = this.expressions.condition(condition, scope);
    const round = this.round(body, scope, depth);
    const next = after && this.statement(after, scope, false, depth);
    return looping((frame) => {
      for (const { run } of start) run(frame);
      while (test.run(frame) === true) {
        const completion = round.run(frame);
        if (completion === 'return') return 'return';
        if (completion === 'break') break;
        next?.run(frame);
      }
      return 'next';
    });
  }

  private forEach({ type, name, list, body, offset }: ForEach, scope: Scope, depth: number) {
    const of = this.expressions.compile(list, scope);
    if (!['def', 'List', 'Set', 'Collection'].includes(of.type)) {
      throw new UnknownConstruct(`a loop over a value of type ${of.type}`);
    }
    const inner = scope.block();
    const { slot } = inner.declare(name, type);
    const round = this.round(body, inner, depth);
    return looping((frame) => {
      for (const item of iterated(of.run(frame), offset)) {
        frame.locals[slot] = castAt(item, type, offset);
        const completion = round.run(frame);
        if (completion === 'return') return 'return';
        if (completion === 'break') break;
      }
      return 'next';
    });
  }
}

const looping = (run: CompiledStatement['run']): CompiledStatement => ({
  run,
  escapes: false,
  leavesLoop: false,
  continues: false,
});

const jump = (kind: 'break' | 'continue', depth: number): CompiledStatement => {
  if (depth === 0) throw new UnknownConstruct(`${kind} outside of a loop`);
  return {
    run: () => kind,
    escapes: true,
    leavesLoop: kind === 'break',
    continues: kind === 'continue',
  };
};

const castAt = (item: ConditionValue, type: StaticType, offset: number): ConditionValue => {
  try {
    // As `(int) item` does it.
    return castFromDef(item, type, true);
  } catch (error) {
    throw placed(error, offset);
  }
};

const iterated = (value: ConditionValue, offset: number): readonly ConditionValue[] => {
  if (isSequence(value)) return itemsOf(value);
  throw value === null
    ? new ConditionFailure('null_pointer_exception', 'Cannot loop over null.', offset)
    : new ConditionFailure(
        'illegal_argument_exception',
        `Cannot loop over a value of type ${typeName(value)}.`,
        offset
      );
};

/**
 * The statements of the script (`gives` def), or of a lambda's block.
 *
 * @throws PainlessSyntaxError, UnknownConstruct
 */
export const compileBody = (
  statements: Statement[],
  gives: StaticType,
  scope: Scope,
  expressions: ExpressionCompiler
): CompiledStatement =>
  new StatementCompiler(expressions, gives).statements(statements, scope, true, 0);
