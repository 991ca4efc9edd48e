import type { Argument, Block, Expression, Lambda, UnaryOperator } from './ast';
import { BINARY_OPERATORS, INSTANCEOF_LEVEL } from './binary_operators';
import { PainlessSyntaxError, UnknownConstruct } from './failures';
import type { Token } from './lexer';
import { isDeclarable, isTestable, isTypeName } from './static_types';
import type { StaticType } from './static_types';
import { describeToken, isKeyword, isOperator } from './token_stream';
import type { TokenStream } from './token_stream';
import { takeTypeName, typeNameAt, typeNameLength } from './type_names';

/** What Painless allows where an expression begins and the interpreter does not know. */
const UNKNOWN_AT_EXPRESSION = new Set(['{', '~', '++', '--', '->', '::']);
/** Classes whose static members are known; a variable of that name cannot be. */
const STATIC_CLASSES = new Set(['Math', 'Integer', 'Long', 'Double', 'Boolean', 'String']);

const unescape = (literal: string): string => literal.slice(1, -1).replace(/\\(.)/g, '$1');

/** Parses expressions; the body of a lambda can be a block, which is handed in. */
export class ExpressionParser {
  constructor(
    private readonly tokens: TokenStream,
    private readonly block: () => Block
  ) {}

  expression(): Expression {
    return this.tokens.nested(() => this.conditional());
  }

  private conditional(): Expression {
    const from = this.tokens.peek().offset;
    const condition = this.elvis();
    const { offset } = this.tokens.peek();
    if (!this.tokens.takes('?')) return condition;
    const yes = this.expression();
    this.tokens.expect(':');
    const no = this.expression();
    return this.tokens.marked(from, { kind: 'conditional', condition, yes, no, offset });
  }

  private elvis(): Expression {
    const from = this.tokens.peek().offset;
    const value = this.binary(1);
    const { offset } = this.tokens.peek();
    if (!this.tokens.takes('?:')) return value;
    const otherwise = this.tokens.nested(() => this.elvis());
    return this.tokens.marked(from, { kind: 'elvis', value, otherwise, offset });
  }

  private binary(minimum: number): Expression {
    const from = this.tokens.peek().offset;
    let left = this.unary();
    for (;;) {
      const token = this.tokens.peek();
      if (isKeyword(token, 'instanceof') && INSTANCEOF_LEVEL >= minimum) {
        left = this.tokens.marked(from, this.instanceOf(left));
        continue;
      }
      const operator = token.kind === 'operator' ? BINARY_OPERATORS.get(token.text) : undefined;
      if (operator === undefined || operator.level < minimum) return left;
      this.tokens.next();
      const right = this.tokens.nested(() => this.binary(operator.level + 1));
      left = this.tokens.marked(from, operator.combine(left, right, token.offset));
    }
  }

  private instanceOf(value: Expression): Expression {
    const { offset } = this.tokens.next();
    const type = takeTypeName(this.tokens);
    if (type === undefined || !isTestable(type)) {
      throw new UnknownConstruct(`instanceof ${type ?? 'of a type'}`);
    }
    return { kind: 'instanceof', value, type, offset };
  }

  private unary(): Expression {
    const token = this.tokens.peek();
    if (isOperator(token, '-')) return this.prefixed('-');
    if (isOperator(token, '+')) return this.prefixed('+');
    if (isOperator(token, '!')) return this.prefixed('!');
    const cast = this.castType();
    if (cast !== undefined) return this.cast(cast);
    return this.postfix(this.primary(), token.offset);
  }

  private prefixed(operator: UnaryOperator): Expression {
    const { offset } = this.tokens.next();
    const operand = this.tokens.nested(() => this.unary());
    return this.tokens.marked(offset, { kind: 'unary', operator, operand, offset });
  }

  /** The type of a cast, `(int)`, if one is next. A class that we do not know shows by the operand behind it. */
  private castType(): string | undefined {
    if (!isOperator(this.tokens.peek(), '(')) return undefined;
    const length = typeNameLength(this.tokens, 1);
    if (length === 0 || !isOperator(this.tokens.peek(1 + length), ')')) return undefined;
    const name = typeNameAt(this.tokens, 1);
    return isTypeName(name) || beginsOperand(this.tokens.peek(2 + length)) ? name : undefined;
  }

  private cast(name: string): Expression {
    if (!isDeclarable(name)) throw new UnknownConstruct(`a cast to ${name}`);
    const { offset } = this.tokens.next();
    takeTypeName(this.tokens);
    this.tokens.expect(')');
    const token = this.tokens.peek();
    if (!isPrimitiveName(name) && (isOperator(token, '-') || isOperator(token, '+'))) {
      throw new UnknownConstruct(`a sign behind (${name})`);
    }
    const value = this.tokens.nested(() => this.unary());
    return this.tokens.marked(offset, { kind: 'cast', type: name, value, offset });
  }

  private postfix(target: Expression, from: number): Expression {
    let result = this.tokens.marked(from, target);
    for (;;) {
      const token = this.tokens.peek();
      const isMember = isOperator(token, '.') || isOperator(token, '?.');
      if (!isMember && !isOperator(token, '[')) return result;
      const step = isMember ? this.member(result, token) : this.index(result, token);
      result = this.tokens.marked(from, step);
    }
  }

  private member(target: Expression, { offset, text }: Token): Expression {
    this.tokens.next();
    const member = this.tokens.next();
    if (member.kind !== 'member') throw this.tokens.unexpected(member);
    const nullSafe = text === '?.';
    const name = member.text;
    if (!isOperator(this.tokens.peek(), '(')) {
      return { kind: 'field', target, name, nullSafe, offset };
    }
    return { kind: 'call', target, name, args: this.args(), nullSafe, offset };
  }

  private index(target: Expression, { offset }: Token): Expression {
    this.tokens.next();
    const index = this.expression();
    this.tokens.expect(']');
    return { kind: 'index', target, index, offset };
  }

  private args(): Argument[] {
    this.tokens.expect('(');
    const args: Argument[] = [];
    if (this.tokens.takes(')')) return args;
    do args.push(this.argument());
    while (this.tokens.takes(','));
    this.tokens.expect(')');
    return args;
  }

  private argument(): Argument {
    const parameters = this.lambdaParameters();
    if (parameters === undefined) return this.untypedArgument();
    const { offset } = this.tokens.expect('->');
    const body = isOperator(this.tokens.peek(), '{') ? this.block() : this.expression();
    return { kind: 'lambda', parameters, body, offset };
  }

  private untypedArgument(): Expression {
    const tokens = this.tokens;
    const isTyped =
      isOperator(tokens.peek(), '(') &&
      tokens.peek(1).kind === 'identifier' &&
      tokens.peek(2).kind === 'identifier';
    if (isTyped) throw new UnknownConstruct('a lambda with types');
    return this.expression();
  }

  /** The parameters in front of an arrow, if a lambda is next. */
  private lambdaParameters(): Lambda['parameters'] | undefined {
    const tokens = this.tokens;
    const names: string[] = [];
    let at = 0;
    const bracketed = isOperator(tokens.peek(), '(');
    if (bracketed) at += 1;
    for (; tokens.peek(at).kind === 'identifier'; at += 1) {
      names.push(tokens.peek(at).text);
      if (!bracketed || !isOperator(tokens.peek(at + 1), ',')) {
        at += 1;
        break;
      }
      at += 1;
    }
    if (bracketed && !isOperator(tokens.peek(at++), ')')) return undefined;
    if (!isOperator(tokens.peek(at), '->')) return undefined;
    for (; at > 0; at -= 1) tokens.next();
    return names;
  }

  private primary(): Expression {
    const token = this.tokens.next();
    const { kind, text, offset } = token;
    if (kind === 'number') return { kind: 'number', text, offset };
    if (kind === 'string') return { kind: 'constant', value: unescape(text), offset };
    if (kind === 'keyword') return this.keyword(token);
    if (kind === 'identifier') return this.identifier(token);
    if (kind === 'regex') throw new UnknownConstruct('a regular expression');
    if (isOperator(token, '(')) return this.parenthesised();
    if (isOperator(token, '[')) return this.listLiteral(token);
    if (kind === 'operator' && UNKNOWN_AT_EXPRESSION.has(text)) {
      throw new UnknownConstruct(`${describeToken(token)} where an expression begins`);
    }
    throw new PainlessSyntaxError(
      `An expression is expected before ${describeToken(token)}.`,
      offset
    );
  }

  private parenthesised(): Expression {
    const inner = this.expression();
    this.tokens.expect(')');
    return inner;
  }

  private listLiteral({ offset }: Token): Expression {
    const items: Expression[] = [];
    if (this.tokens.takes(']')) return { kind: 'list', items, offset };
    if (isOperator(this.tokens.peek(), ':')) throw new UnknownConstruct('a map');
    do items.push(this.expression());
    while (this.tokens.takes(','));
    if (isOperator(this.tokens.peek(), ':')) throw new UnknownConstruct('a map');
    this.tokens.expect(']');
    return { kind: 'list', items, offset };
  }

  private keyword({ text, offset }: Token): Expression {
    if (text === 'true' || text === 'false') {
      return { kind: 'constant', value: text === 'true', offset };
    }
    if (text === 'null') return { kind: 'constant', value: null, offset };
    if (['in', 'instanceof', 'else', 'catch'].includes(text)) {
      throw new PainlessSyntaxError(`Unexpected ${JSON.stringify(text)}.`, offset);
    }
    throw new UnknownConstruct(`the keyword ${text}`);
  }

  private identifier({ text: name, offset }: Token): Expression {
    if (isOperator(this.tokens.peek(), '(')) throw new UnknownConstruct(`a call of ${name}()`);
    const member = this.tokens.peek(1);
    if (STATIC_CLASSES.has(name) && isOperator(this.tokens.peek(), '.')) {
      this.tokens.next();
      this.tokens.next();
      if (!isOperator(this.tokens.peek(), '(')) {
        return { kind: 'static_field', className: name, name: member.text, offset };
      }
      const args = this.args();
      return { kind: 'static_call', className: name, name: member.text, args, offset };
    }
    const isArray =
      isOperator(this.tokens.peek(), '[') && isOperator(member, ']') && name !== 'ctx';
    if (isTypeName(name) || isArray) throw new UnknownConstruct(`the name ${name}`);
    return { kind: 'variable', name, offset };
  }
}

/** What can stand behind a cast and not behind a value. */
const beginsOperand = ({ kind, text }: Token): boolean =>
  ['identifier', 'number', 'string'].includes(kind) ||
  (kind === 'keyword' && ['true', 'false', 'null', 'new'].includes(text)) ||
  (kind === 'operator' && ['(', '!', '~'].includes(text));

const isPrimitiveName = (name: StaticType): boolean =>
  ['int', 'long', 'float', 'double', 'boolean', 'def'].includes(name);
