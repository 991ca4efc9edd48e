const PREFIXES = ['team', 'user', 'escalation', 'schedule'] as const;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export interface Responder {
  type: (typeof PREFIXES)[number];
  id?: string;
  name?: string;
  username?: string;
}

/**
 * `user:jane@example.com`, `schedule:Shop`, or the bare name of a team. An id instead of a name is told by its form.
 * Source: https://docs.opsgenie.com/docs/alert-recipients-and-teams
 */
export const responderOf = (text: string): Responder => {
  const prefix = PREFIXES.find((one) => text.toLowerCase().startsWith(`${one}:`));
  const type = prefix ?? 'team';
  const who = prefix === undefined ? text.trim() : text.slice(prefix.length + 1).trim();
  if (UUID.test(who)) return { type, id: who };
  return type === 'user' ? { type, username: who } : { type, name: who };
};
