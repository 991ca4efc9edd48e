import type { Act, AuditedAct } from '../../common/audit/entry';
import type { Audit } from '../audit/types';
import type { Caller } from '../http/types';

/** Notes what the caller did to the one that is called so. */
export const noteAct = (
  audit: Audit,
  { name: who }: Pick<Caller, 'name'>,
  what: AuditedAct,
  name: string
): Promise<void> => {
  const act: Act = { ...(who === undefined ? {} : { who }), what, object_id: name, name };
  return audit.record([act]);
};
