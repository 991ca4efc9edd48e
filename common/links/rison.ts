/**
 * Rison, in which Dashboards keeps the state of its pages in URLs. Every text is quoted, which is always allowed.
 * Source of the notation: the rison specification (objects in brackets, lists as `!(…)`, `!t`, `!f`, `!n`, texts in
 * single quotes with `!` before `!` and `'`).
 */
export const toRison = (value: unknown): string => {
  if (value === null || value === undefined) return '!n';
  if (typeof value === 'boolean') return value ? '!t' : '!f';
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value).replace('e+', 'e') : '!n';
  }
  if (typeof value === 'string') return `'${value.replace(/[!']/g, '!$&')}'`;
  if (Array.isArray(value)) return `!(${value.map(toRison).join(',')})`;
  const members = Object.entries(value as object).filter(([, member]) => member !== undefined);
  return `(${members.map(([name, member]) => `${toRison(name)}:${toRison(member)}`).join(',')})`;
};
