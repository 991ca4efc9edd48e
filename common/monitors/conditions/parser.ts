import type { Assignment, Block, Expression, Script, Statement } from './ast';
import { PainlessSyntaxError, UnknownConstruct } from './failures';
import { tokenize } from './lexer';
import type { Token } from './lexer';
import { ExpressionParser } from './parse_expression';
import { isDeclarable, isTypeName } from './static_types';
import type { StaticType } from './static_types';
import { TokenStream, describeToken, isKeyword, isOperator } from './token_stream';
import type { Span } from './token_stream';
import { takeTypeName, typeNameLength } from './type_names';

const MAX_TOKENS = 4000;

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Brackets that do not match are an error whatever stands between them. */
const checkBrackets = (tokens: Token[]): void => {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'operator') continue;
    if (token.text in CLOSERS) open.push(token);
    else if (Object.values(CLOSERS).includes(token.text)) {
      const last = open.pop();
      if (last === undefined || CLOSERS[last.text] !== token.text) {
        throw new PainlessSyntaxError(
          `Nothing is open that ${describeToken(token)} could close.`,
          token.offset
        );
      }
    }
  }
  const last = open.pop();
  if (last) throw new PainlessSyntaxError(`${describeToken(last)} is never closed.`, last.offset);
};

const COMPOUND: Readonly<Record<string, Assignment['operator']>> = {
  '=': undefined,
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '%=': '%',
};

/** Names of primitive types, and of classes with their package or without. */
const TYPE_LIKE = /^(?:def|int|long|float|double|boolean|byte|short|char|void|java|org|[A-Z]\w*)$/;

class Parser {
  private readonly expressions: ExpressionParser;
  private lambdas = 0;

  constructor(private readonly tokens: TokenStream) {
    this.expressions = new ExpressionParser(tokens, () => this.lambdaBlock());
  }

  private lambdaBlock(): Block {
    this.lambdas += 1;
    const block = this.block();
    this.lambdas -= 1;
    return block;
  }

  script(): Script {
    const statements: Statement[] = [];
    while (this.tokens.peek().kind !== 'end') statements.push(...this.statement());
    return { statements };
  }

  /** One declaration can be several. Only right in a block may the last semicolon be left out. */
  private statement(inBlock = false): Statement[] {
    const token = this.tokens.peek();
    if (isKeyword(token, 'if')) return [this.ifStatement()];
    if (isKeyword(token, 'for')) return [this.forStatement()];
    if (isKeyword(token, 'while')) return [this.whileStatement()];
    const statements = this.simple();
    this.endOfStatement(inBlock);
    return statements;
  }

  private endOfStatement(inBlock: boolean): void {
    if (this.tokens.takes(';')) return;
    const token = this.tokens.peek();
    if (token.kind === 'end' || (inBlock && isOperator(token, '}'))) return;
    throw this.tokens.unexpected(token);
  }

  /** A statement that ends with a semicolon. */
  private simple(): Statement[] {
    const token = this.tokens.peek();
    const { offset } = token;
    if (this.tokens.takesKeyword('return')) {
      if (this.lambdas > 0 && isOperator(this.tokens.peek(), ';')) {
        throw new UnknownConstruct('a return without a value');
      }
      return [{ kind: 'return', value: this.expressions.expression(), offset }];
    }
    if (this.tokens.takesKeyword('break')) return [{ kind: 'break', offset }];
    if (this.tokens.takesKeyword('continue')) return [{ kind: 'continue', offset }];
    if (token.kind === 'keyword' && ['do', 'try', 'throw'].includes(token.text)) {
      throw new UnknownConstruct(`the keyword ${token.text}`);
    }
    return this.declarationOrEffect();
  }

  private declarationOrEffect(): Statement[] {
    return this.isDeclaration() ? this.declarations() : [this.effect()];
  }

  private isDeclaration(): boolean {
    const length = typeNameLength(this.tokens);
    if (length === 0 || !TYPE_LIKE.test(this.tokens.peek().text)) return false;
    const behind = this.tokens.peek(length);
    if (behind.kind === 'identifier') return true;
    return isOperator(behind, '[') && isOperator(this.tokens.peek(length + 1), ']');
  }

  private declaredType(): StaticType {
    const name = takeTypeName(this.tokens);
    if (name !== undefined && isDeclarable(name) && this.tokens.peek().kind === 'identifier') {
      return name;
    }
    throw new UnknownConstruct(`a variable of type ${name}`);
  }

  private variableName(): string {
    const { text } = this.tokens.next();
    if (isTypeName(text)) throw new UnknownConstruct(`a variable with the name ${text}`);
    return text;
  }

  private declarations(): Statement[] {
    const type = this.declaredType();
    const found: Statement[] = [];
    do {
      const { kind, offset } = this.tokens.peek();
      if (kind !== 'identifier') throw this.tokens.unexpected(this.tokens.peek());
      if (isOperator(this.tokens.peek(1), '(')) throw new UnknownConstruct('a function');
      const name = this.variableName();
      const value = this.tokens.takes('=') ? { value: this.expressions.expression() } : {};
      found.push({ kind: 'declaration', type, name, ...value, offset });
    } while (this.tokens.takes(','));
    return found;
  }

  /** An assignment, or an expression on its own. */
  private effect(): Statement {
    const { offset } = this.tokens.peek();
    for (const step of ['++', '--']) {
      if (this.tokens.takes(step)) return this.stepped(this.expressions.expression(), step, offset);
    }
    const value = this.expressions.expression();
    const token = this.tokens.peek();
    if (this.tokens.takes('++') || this.tokens.takes('--')) {
      return this.stepped(value, token.text, token.offset);
    }
    if (token.kind !== 'operator' || !(token.text in COMPOUND)) {
      return { kind: 'expression', value, offset };
    }
    this.tokens.next();
    const operator = COMPOUND[token.text];
    return {
      kind: 'assignment',
      name: this.assignable(value),
      ...(operator ? { operator } : {}),
      value: this.expressions.expression(),
      offset: token.offset,
    };
  }

  private assignable(target: Expression): string {
    if (target.kind === 'variable') return target.name;
    throw new UnknownConstruct('an assignment to what is no local variable');
  }

  private stepped(target: Expression, step: string, offset: number): Statement {
    return {
      kind: 'assignment',
      name: this.assignable(target),
      operator: step === '++' ? '+' : '-',
      value: { kind: 'number', text: '1', offset },
      offset,
    };
  }

  block(): Block {
    const { offset } = this.tokens.expect('{');
    const statements: Statement[] = [];
    while (!isOperator(this.tokens.peek(), '}')) {
      if (this.tokens.peek().kind === 'end') throw this.tokens.unexpected(this.tokens.peek());
      statements.push(...this.tokens.nested(() => this.statement(true)));
    }
    this.tokens.next();
    return { kind: 'block', statements, offset };
  }

  /** What follows `if`, `else`, `for` and `while`: a block, or one statement. */
  private trailer(): Block {
    const { offset } = this.tokens.peek();
    if (isOperator(this.tokens.peek(), '{')) return this.block();
    if (isOperator(this.tokens.peek(), ';')) throw new UnknownConstruct('an empty loop');
    return { kind: 'block', statements: this.tokens.nested(() => this.statement()), offset };
  }

  private bracketed(): Expression {
    this.tokens.expect('(');
    const inner = this.expressions.expression();
    this.tokens.expect(')');
    return inner;
  }

  private ifStatement(): Statement {
    const { offset } = this.tokens.next();
    const condition = this.bracketed();
    const then = this.trailer();
    const otherwise = this.tokens.takesKeyword('else') ? { otherwise: this.trailer() } : {};
    return { kind: 'if', condition, then, ...otherwise, offset };
  }

  private whileStatement(): Statement {
    const { offset } = this.tokens.next();
    const condition = this.bracketed();
    return { kind: 'loop', before: [], condition, body: this.trailer(), offset };
  }

  private forStatement(): Statement {
    const { offset } = this.tokens.next();
    this.tokens.expect('(');
    return this.forEach(offset) ?? this.forLoop(offset);
  }

  private forEach(offset: number): Statement | undefined {
    const length = typeNameLength(this.tokens);
    const isIn = length === 1 && isKeyword(this.tokens.peek(1), 'in');
    const isTyped =
      this.tokens.peek(length).kind === 'identifier' &&
      isOperator(this.tokens.peek(length + 1), ':');
    if (length === 0 || (!isIn && !isTyped)) return undefined;
    const type: StaticType = isIn ? 'def' : this.declaredType();
    const name = this.variableName();
    this.tokens.next();
    const list = this.expressions.expression();
    this.tokens.expect(')');
    return { kind: 'for_each', type, name, list, body: this.trailer(), offset };
  }

  private forLoop(offset: number): Statement {
    const before = isOperator(this.tokens.peek(), ';') ? [] : this.declarationOrEffect();
    this.tokens.expect(';');
    if (isOperator(this.tokens.peek(), ';')) throw new UnknownConstruct('a loop without an end');
    const condition = this.expressions.expression();
    this.tokens.expect(';');
    const after = isOperator(this.tokens.peek(), ')') ? {} : { after: this.effect() };
    this.tokens.expect(')');
    return { kind: 'loop', before, condition, ...after, body: this.trailer(), offset };
  }
}

/**
 * Parses the part of Painless that the interpreter knows.
 *
 * @throws PainlessSyntaxError for what can never be Painless; UnknownConstruct for what may be
 */
export const parseScript = (source: string): Script => parseSpanned(source).script;

/** A script, and where each of its expressions stands. */
export interface SpannedScript {
  script: Script;
  spanOf: (expression: Expression) => Span | undefined;
}

/** @throws PainlessSyntaxError, UnknownConstruct */
export const parseSpanned = (source: string): SpannedScript => {
  const tokens = tokenize(source);
  checkBrackets(tokens);
  if (tokens.length > MAX_TOKENS) throw new UnknownConstruct('a very long condition');
  const stream = new TokenStream(tokens);
  return {
    script: new Parser(stream).script(),
    spanOf: (expression) => stream.spanOf(expression),
  };
};
