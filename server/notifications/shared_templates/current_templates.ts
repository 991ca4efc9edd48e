import type { Logger } from 'opensearch-dashboards/server';
import type { SharedTemplates } from '../../../common/notifications/templates/shared/include';
import type { Clock } from '../../clock';
import type { StoredTemplate, TemplateRepository } from '../../storage/template_repository';
import { rememberLook } from '../remembered_look';
import type { CurrentTemplates } from '../types';

/** Of two with one name, which only a raw write or an import makes, the one whose id is its name. */
const byName = (items: readonly StoredTemplate[]): SharedTemplates => {
  const templates = new Map<string, { subject?: string; message: string }>();
  for (const { id, template } of items) {
    const { name, subject, message } = template;
    if (templates.has(name) && id !== name) continue;
    templates.set(name, { message, ...(subject === undefined ? {} : { subject }) });
  }
  return templates;
};

const isSame = (a: SharedTemplates | undefined, b: SharedTemplates): boolean =>
  a !== undefined && JSON.stringify([...a]) === JSON.stringify([...b]);

/** The shared templates as runs and sends know them: seconds old at most. */
export const createCurrentTemplates = (
  repository: Pick<TemplateRepository, 'all'>,
  clock: Clock,
  logger: Logger
): CurrentTemplates => {
  let told = '';
  let last: SharedTemplates | undefined;
  const look = async (): Promise<SharedTemplates> => {
    const { items, invalid } = await repository.all();
    const names = invalid.join(', ');
    if (names !== told && names !== '') {
      logger.warn(`Message templates that are not valid, and not used: ${names}`);
    }
    told = names;
    const read = byName(items);
    // The same object while nothing has changed: what was worked out from it stays known.
    last = last && isSame(last, read) ? last : read;
    return last;
  };
  const templates = rememberLook(look, 'Message templates', clock, logger);
  return {
    templates: () => templates.value(),
    known: (names = []) => templates.unless((known) => names.every((name) => known.has(name))),
    now: () => templates.now(),
  };
};
