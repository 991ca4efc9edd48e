import {
  sharedNamesOfBody,
  withSharedBody,
} from '../../../common/notifications/templates/shared/destination_body';
import type { CurrentTemplates, Target, Targets } from '../types';

/** Targets whose bodies have the shared templates that they name. */
export const includeInTargets = (
  targets: Targets,
  current: Pick<CurrentTemplates, 'templates' | 'known'>
): Targets => ({
  async resolve(id): Promise<Target> {
    const target = await targets.resolve(id);
    if (target.kind !== 'ready') return target;
    const { destination } = target;
    const names = sharedNamesOfBody(destination);
    if (names.length === 0) return target;
    await current.known(names);
    return { ...target, destination: withSharedBody(destination, current.templates()) };
  },
});
