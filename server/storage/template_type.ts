import type { SavedObject, SavedObjectsType } from 'opensearch-dashboards/server';
import { parseSharedTemplate } from '../../common/notifications/templates/shared/shared_template';
import type { SharedTemplate } from '../../common/notifications/templates/shared/shared_template';
import { APP_IDS, TEMPLATE_TYPE } from '../../common/plugin';

/** What is stored and exported: the template, its name as `title`. */
export type TemplateAttributes = Omit<SharedTemplate, 'name'> & { title: string };

export const toAttributes = ({ name, ...rest }: SharedTemplate): TemplateAttributes => ({
  title: name,
  ...rest,
});

/**
 * Validated on every read: whoever may write saved objects can write them raw.
 *
 * @throws WatchkeeperError `invalid_input`
 */
export const fromAttributes = (attributes: unknown): SharedTemplate => {
  const { title, ...rest } = (attributes ?? {}) as Record<string, unknown>;
  return parseSharedTemplate({ name: title, ...rest });
};

export const templateType: SavedObjectsType = {
  name: TEMPLATE_TYPE,
  hidden: false,
  namespaceType: 'agnostic',
  mappings: {
    dynamic: false,
    properties: {
      title: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 1024 } } },
    },
  },
  // The first version: later ones have something to start from.
  migrations: { '0.1.0': (doc) => doc },
  management: {
    importableAndExportable: true,
    defaultSearchField: 'title',
    icon: 'documentEdit',
    getTitle: ({ attributes }: SavedObject) => (attributes as TemplateAttributes).title,
    getInAppUrl: ({ id }) => ({
      path: `/app/${APP_IDS.destinations}/templates/edit/${encodeURIComponent(id)}`,
      uiCapabilitiesPath: 'watchkeeper.show',
    }),
  },
};
