import type { BulkAnswer, BulkRequest, BulkResult } from '../../common/monitors/bulk';
import { changedTags } from '../../common/monitors/bulk';
import type { Monitor } from '../../common/monitors/monitor';
import { inTurn } from '../import/in_turn';
import { typedError } from '../http/typed_error';
import type { SaveContext, SaveVerbs } from './save_monitor';

/** Monitors changed at once, so that a click on many is no storm. */
const AT_ONCE = 4;

type Wanted = BulkRequest['monitors'][number];

const changeOf = ({ verb, tags = [] }: BulkRequest): ((monitor: Monitor) => Monitor) => {
  switch (verb) {
    case 'enable':
    case 'disable':
      return (monitor) =>
        monitor.enabled === (verb === 'enable')
          ? monitor
          : { ...monitor, enabled: verb === 'enable' };
    case 'add_tags':
    case 'remove_tags':
      return (monitor) => {
        const before = monitor.tags ?? [];
        const after = changedTags(verb, before, tags);
        return after === before ? monitor : { ...monitor, tags: [...after] };
      };
    default:
      return (monitor) => monitor;
  }
};

/** Does one thing to many monitors. What fails says why, and keeps none of the others from theirs. */
export const doInBulk = async (
  verbs: Pick<SaveVerbs, 'change' | 'remove'>,
  request: BulkRequest,
  context: SaveContext
): Promise<BulkAnswer> => {
  const change = changeOf(request);
  const act = async ({ id, version }: Wanted): Promise<boolean> => {
    if (request.verb !== 'delete') return verbs.change(id, version, change, context);
    await verbs.remove(id, context, version);
    return true;
  };
  const results = await inTurn(request.monitors, AT_ONCE, async (wanted): Promise<BulkResult> => {
    try {
      return { id: wanted.id, ok: true, changed: await act(wanted) };
    } catch (error) {
      const { code, message } = typedError(error);
      return { id: wanted.id, ok: false, code, message };
    }
  });
  return { results };
};
