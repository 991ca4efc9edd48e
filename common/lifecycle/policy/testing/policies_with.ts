/** A policy in which nothing is wrong, with something else at a place. */
export const policy = (changes: object): object => ({
  ...{ description: 'd', default_state: 'a' },
  states: [{ name: 'a', actions: [], transitions: [] }],
  ...changes,
});
export const acting = (action: object): object =>
  policy({ states: [{ name: 'a', actions: [action], transitions: [] }] });
export const leading = (transition: unknown): object =>
  policy({ states: [{ name: 'a', actions: [], transitions: [transition] }] });
export const waiting = (conditions: unknown): object => leading({ state_name: 'a', conditions });
export const template = (...templates: unknown[]): object => policy({ ism_template: templates });
