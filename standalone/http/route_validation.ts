import type {
  ConfigSchemaType,
  RouteValidationError as RouteValidationErrorType,
  RouteValidationFunction,
  RouteValidatorConfig,
} from 'opensearch-dashboards/server';

/** Why a part of a request is refused. */
export class RouteValidationError extends Error implements RouteValidationErrorType {
  override readonly cause?: Error;

  constructor(
    error: Error | string,
    readonly path: string[] = []
  ) {
    super(typeof error === 'string' ? error : error.message);
    this.name = 'RouteValidationError';
    if (typeof error !== 'string') this.cause = error;
  }
}

const resultFactory = {
  ok: <T>(value: T) => ({ value }),
  badRequest: (error: Error | string, path?: string[]) => ({
    error: new RouteValidationError(error, path),
  }),
};

const PARTS = ['params', 'query', 'body'] as const;

/** A validator is a function, or an object that carries the mark of a config schema. */
export function assertValidators(
  route: string,
  validate: RouteValidatorConfig<unknown, unknown, unknown> | false | undefined
): void {
  if (validate === undefined) {
    throw new Error(`${route} has no 'validate'. Use false for a route that takes no input.`);
  }
  if (validate === false) return;
  for (const part of PARTS) {
    const rule: unknown = validate[part];
    if (rule !== undefined && typeof rule !== 'function' && !isConfigSchema(rule)) {
      throw new Error(`${route} has no valid validator for its ${part}.`);
    }
  }
}

export function isConfigSchema(value: unknown): value is ConfigSchemaType<unknown> {
  return (value as Partial<ConfigSchemaType<unknown>> | null)?.__isOsdConfigSchemaType === true;
}

/** Checks one part of a request; a part without a rule is `{}`. Throws what is wrong, with its place. */
export function validatePart<T>(
  rule: RouteValidationFunction<T> | ConfigSchemaType<T> | undefined,
  data: unknown,
  namespace: string
): T {
  if (rule === undefined) return {} as T;
  if (isConfigSchema(rule)) return rule.validate(data, {}, namespace) as T;
  const { value, error } = runRule(rule, data);
  if (error === undefined) return value as T;
  throw new RouteValidationError(`[${[namespace, ...error.path].join('.')}]: ${error.message}`);
}

function runRule<T>(
  rule: RouteValidationFunction<T>,
  data: unknown
): ReturnType<RouteValidationFunction<T>> {
  try {
    return rule(data, resultFactory);
  } catch (error) {
    return resultFactory.badRequest(error instanceof Error ? error : String(error));
  }
}
