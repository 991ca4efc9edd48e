import type { SavedObject, SavedObjectsType } from 'opensearch-dashboards/server';
import { parseInput } from '../../common/parse';
import { APP_IDS, DESTINATION_TYPE } from '../../common/plugin';
import { destinationSchema } from '../../common/notifications/destination';
import type { Destination } from '../../common/notifications/destination';

/**
 * What is stored and exported: the visible part of the destination, its name as `title`, and which secrets are its own.
 * The reference opens nothing by itself: the secrets are bound to id, kind and origin.
 */
export type DestinationAttributes = Omit<Destination, 'name'> & {
  title: string;
  secret_reference?: string;
};

export interface DestinationParts {
  destination: Destination;
  secretReference?: string;
}

export const toAttributes = ({
  destination: { name, ...rest },
  secretReference,
}: DestinationParts): DestinationAttributes => ({
  title: name,
  ...rest,
  ...(secretReference === undefined ? {} : { secret_reference: secretReference }),
});

/**
 * Validated on every read: whoever may write saved objects can write them raw.
 *
 * @throws WatchkeeperError `invalid_input`
 */
export const fromAttributes = (attributes: unknown): DestinationParts => {
  const {
    title,
    secret_reference: reference,
    ...rest
  } = (attributes ?? {}) as Record<string, unknown>;
  return {
    destination: parseInput(destinationSchema, { name: title, ...rest }),
    ...(typeof reference === 'string' ? { secretReference: reference } : {}),
  };
};

export const destinationType: SavedObjectsType = {
  name: DESTINATION_TYPE,
  hidden: false,
  namespaceType: 'agnostic',
  mappings: {
    dynamic: false,
    properties: {
      title: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 1024 } } },
      type: { type: 'keyword' },
      origin: { type: 'keyword', ignore_above: 1024 },
    },
  },
  // The first version: later ones have something to start from.
  migrations: { '0.1.0': (doc) => doc },
  management: {
    importableAndExportable: true,
    defaultSearchField: 'title',
    icon: 'email',
    getTitle: ({ attributes }: SavedObject) => (attributes as DestinationAttributes).title,
    getInAppUrl: ({ id }) => ({
      path: `/app/${APP_IDS.destinations}/${encodeURIComponent(id)}`,
      uiCapabilitiesPath: 'watchkeeper.show',
    }),
  },
};
