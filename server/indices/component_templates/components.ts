import { WatchkeeperError, invalidInput } from '../../../common/errors';
import { COMPONENT_PARTS } from '../../../common/indices/component_templates/api';
import type {
  ComponentRecord,
  ComponentRow,
  ComponentsAnswer,
} from '../../../common/indices/component_templates/api';
import type {
  SaveTemplate,
  TemplateBody,
  TemplateRow,
} from '../../../common/indices/index_templates/api';
import { checkComponentTemplate } from '../../../common/indices/index_templates/check_template';
import { descriptionIn, numberIn } from '../../../common/indices/index_templates/read_template';
import { isRecord } from '../../../common/json/record';
import type { Cluster } from '../../cluster/types';
import { demandName } from '../index_templates/change_templates';
import { readComposable } from '../index_templates/read_templates';
import {
  deleteTemplate,
  getTemplate,
  putTemplate,
  templatesIn,
} from '../index_templates/template_store';

interface Users {
  rows?: TemplateRow[];
  gap?: string;
}

const readUsers = async (asCaller: Cluster): Promise<Users> => {
  try {
    return { rows: await readComposable(asCaller) };
  } catch (error) {
    if (!(error instanceof WatchkeeperError)) throw error;
    return { gap: `Which index templates use them could not be read: ${error.message}` };
  }
};

const usersOf = (name: string, { rows }: Users): { used_by?: string[] } =>
  rows
    ? {
        used_by: rows
          .filter(({ composed_of: names }) => names.includes(name))
          .map((row) => row.name),
      }
    : {};

const rowOf = (name: string, body: TemplateBody, users: Users): ComponentRow => {
  const content = isRecord(body.template) ? body.template : {};
  const version = numberIn(body.version);
  const description = descriptionIn(body);
  return {
    name,
    parts: COMPONENT_PARTS.filter((part) => {
      const value = content[part];
      return isRecord(value) && Object.keys(value).length > 0;
    }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...usersOf(name, users),
  };
};

/** All component templates, with the index templates that are composed of them. */
export const readComponents = async (asCaller: Cluster): Promise<ComponentsAnswer> => {
  const [{ body }, users] = await Promise.all([
    asCaller.request({ method: 'GET', path: '/_component_template' }),
    readUsers(asCaller),
  ]);
  return {
    components: templatesIn('component_template', body).map((found) =>
      rowOf(found.name, found.body, users)
    ),
    gaps: users.gap === undefined ? [] : [users.gap],
  };
};

export const readComponent = async (asCaller: Cluster, name: string): Promise<ComponentRecord> => {
  const [body, users] = await Promise.all([
    getTemplate(asCaller, 'component_template', name),
    readUsers(asCaller),
  ]);
  return { name, body, ...usersOf(name, users) };
};

/** @throws WatchkeeperError `invalid_input`; `conflict` where another one stands there than the one that was opened */
export const saveComponent = async (
  asCaller: Cluster,
  name: string,
  { body, seen }: SaveTemplate
): Promise<ComponentRecord> => {
  if (!seen) demandName(name);
  const problems = checkComponentTemplate(body);
  if (problems.length > 0) throw invalidInput(problems);
  await putTemplate(asCaller, 'component_template', name, body, seen);
  return readComponent(asCaller, name);
};

/** @throws WatchkeeperError `not_found`; `conflict` while index templates are composed of it */
export const removeComponent = async (asCaller: Cluster, name: string): Promise<void> => {
  const { used_by: users = [] } = usersOf(name, await readUsers(asCaller));
  if (users.length > 0) {
    const message = `The component template ${name} cannot be deleted: index templates are composed of it (${users.join(', ')}). Take it out of those first.`;
    throw new WatchkeeperError('conflict', message, { name, used_by: users });
  }
  await deleteTemplate(asCaller, 'component_template', name);
};
