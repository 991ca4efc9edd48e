import type { SavedObjectsClientContract } from 'opensearch-dashboards/server';
import { WatchkeeperError, invalidInput } from '../../../common/errors';
import type { Page, PageQuery } from '../../../common/page';
import type {
  TemplateRecord,
  TemplateTexts,
  TemplateUser,
  UpdateTemplate,
} from '../../../common/notifications/shared_templates_api';
import { sharedNamesOfBody } from '../../../common/notifications/templates/shared/destination_body';
import { namesIncluded } from '../../../common/notifications/templates/shared/include';
import { problemsOfShared } from '../../../common/notifications/templates/shared/shared_template';
import type { SharedTemplate } from '../../../common/notifications/templates/shared/shared_template';
import { createDestinationRepository } from '../../storage/destination_repository';
import { createTemplateRepository } from '../../storage/template_repository';
import type { StoredTemplate } from '../../storage/template_repository';
import type { NamesTemplates } from '../types';

/** By name of the template. */
type Users = Map<string, TemplateUser[]>;

const demandSound = (template: SharedTemplate): void => {
  const problems = problemsOfShared(template);
  if (problems.length > 0) throw invalidInput(problems);
};

const isTaken = (error: unknown): boolean =>
  (error as { output?: { statusCode?: number } } | undefined)?.output?.statusCode === 409;

const add = (users: Users, names: readonly string[], user: TemplateUser): void => {
  for (const name of names) users.set(name, [...(users.get(name) ?? []), user]);
};

const textOf = ({ subject = '', message }: SharedTemplate): string[] => [subject, message];

/** Shared templates through the hands of a caller, whose saved-objects client goes with every call. */
export class TemplateService {
  /** @param monitors which of them name templates, as they are saved now */
  constructor(private readonly monitors: NamesTemplates) {}

  async list(
    client: SavedObjectsClientContract,
    { search = '', page, per_page: perPage, order }: PageQuery
  ): Promise<Page<TemplateRecord>> {
    const { items } = await createTemplateRepository(client).all();
    const wanted = search.trim().toLowerCase();
    const found = items.filter(({ template: { name, description = '' } }) =>
      `${name} ${description}`.toLowerCase().includes(wanted)
    );
    if (order === 'desc') found.reverse();
    const users = await this.users(client, items);
    const shown = found.slice((page - 1) * perPage, page * perPage);
    return { total: found.length, items: shown.map((stored) => recordOf(stored, users)) };
  }

  async texts(client: SavedObjectsClientContract): Promise<TemplateTexts> {
    const { items } = await createTemplateRepository(client).all();
    return {
      items: items.map(({ template: { name, subject, message } }) => ({
        ...{ name, message },
        ...(subject === undefined ? {} : { subject }),
      })),
    };
  }

  async get(client: SavedObjectsClientContract, id: string): Promise<TemplateRecord> {
    return this.record(client, await createTemplateRepository(client).get(id));
  }

  /** @throws WatchkeeperError `invalid_input` at the name where there is one already */
  async create(
    client: SavedObjectsClientContract,
    template: SharedTemplate
  ): Promise<TemplateRecord> {
    demandSound(template);
    try {
      return await this.record(client, await createTemplateRepository(client).create(template));
    } catch (error) {
      if (!isTaken(error)) throw error;
      const message = `There is a template called ${template.name} already.`;
      throw invalidInput([{ field: 'name', message }]);
    }
  }

  /** @throws WatchkeeperError `conflict` where somebody else has saved it meanwhile */
  async update(
    client: SavedObjectsClientContract,
    id: string,
    { version, ...changes }: UpdateTemplate
  ): Promise<TemplateRecord> {
    const repository = createTemplateRepository(client);
    const stored = await repository.get(id);
    if (stored.version !== version) {
      throw new WatchkeeperError(
        'conflict',
        'Somebody else has saved this template meanwhile. Nothing was overwritten: open it again to see what has changed.',
        { id, version: stored.version }
      );
    }
    const template = { name: stored.template.name, ...changes };
    demandSound(template);
    return this.record(client, await repository.replace(id, version, template));
  }

  /** @throws WatchkeeperError `conflict` while it is named, with those that do in `used_by` */
  async remove(client: SavedObjectsClientContract, id: string): Promise<void> {
    const repository = createTemplateRepository(client);
    const { items } = await repository.all();
    const stored = items.find((item) => item.id === id);
    const users = stored ? ((await this.users(client, items)).get(stored.template.name) ?? []) : [];
    if (users.length > 0) {
      const names = users.map(({ name }) => `"${name}"`).join(', ');
      throw new WatchkeeperError(
        'conflict',
        `The template is named by ${names}. Their messages could not be rendered without it.`,
        { id, used_by: users }
      );
    }
    await repository.remove(id);
  }

  private async record(
    client: SavedObjectsClientContract,
    stored: StoredTemplate
  ): Promise<TemplateRecord> {
    const { items } = await createTemplateRepository(client).all();
    return recordOf(stored, await this.users(client, items));
  }

  private async users(
    client: SavedObjectsClientContract,
    templates: readonly StoredTemplate[]
  ): Promise<Users> {
    const users: Users = new Map();
    for (const { id, name, templates: named } of await this.monitors()) {
      add(users, named, { type: 'monitor', id, name });
    }
    for (const { id, destination } of await createDestinationRepository(client).all()) {
      const { name } = destination;
      add(users, sharedNamesOfBody(destination), { type: 'destination', id, name });
    }
    for (const { id, template } of templates) {
      const named = [...new Set(textOf(template).flatMap(namesIncluded))];
      add(users, named, { type: 'template', id, name: template.name });
    }
    return users;
  }
}

const recordOf = (
  { id, version, updatedAt, template }: StoredTemplate,
  users: Users
): TemplateRecord => ({
  ...{ id, version, updated_at: updatedAt, template },
  used_by: users.get(template.name) ?? [],
});
