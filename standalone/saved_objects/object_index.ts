import type { Logger, OpenSearchClient } from 'opensearch-dashboards/server';
import { fromClusterError } from './errors';
import type { TypeRegistry } from './type_registry';

/** Apart from the index of Dashboards or Kibana, which may be on the same cluster. */
export const SAVED_OBJECTS_ALIAS = '.watchkeeper-saved-objects';

const FIRST_INDEX = `${SAVED_OBJECTS_ALIAS}-1`;

const ROOT_PROPERTIES = {
  type: { type: 'keyword' },
  namespace: { type: 'keyword' },
  namespaces: { type: 'keyword' },
  originId: { type: 'keyword' },
  updated_at: { type: 'date' },
  migrationVersion: { type: 'object', dynamic: 'true' },
  references: {
    type: 'nested',
    properties: {
      name: { type: 'keyword' },
      type: { type: 'keyword' },
      id: { type: 'keyword' },
    },
  },
};

/** The index of the saved objects, behind its alias: made on first use, its mapping kept up to date. */
export class ObjectIndex {
  private ready: Promise<void> | undefined;

  constructor(
    private readonly client: OpenSearchClient,
    private readonly registry: TypeRegistry,
    private readonly log: Logger,
    private readonly onReady: () => void = () => undefined
  ) {}

  /** Resolves when the index can be used; the next call tries again when this one failed. */
  async ensure(): Promise<void> {
    this.ready ??= this.prepare();
    try {
      await this.ready;
    } catch (error) {
      this.ready = undefined;
      throw fromClusterError(error);
    }
  }

  /** To be called when the index turned out to be gone. */
  forget(): void {
    this.ready = undefined;
  }

  private async prepare(): Promise<void> {
    const mappings = this.mappings();
    const { statusCode } = await this.client.transport.request(
      { method: 'HEAD', path: `/_alias/${SAVED_OBJECTS_ALIAS}` },
      { ignore: [404] }
    );
    if (statusCode === 404) await this.create(mappings);
    await this.client.transport.request({
      method: 'PUT',
      path: `/${SAVED_OBJECTS_ALIAS}/_mapping`,
      body: mappings,
    });
    this.onReady();
  }

  private async create(mappings: object): Promise<void> {
    const settings = { number_of_shards: 1, auto_expand_replicas: '0-1', hidden: true };
    const aliases = { [SAVED_OBJECTS_ALIAS]: { is_hidden: true } };
    const { statusCode, body } = await this.client.transport.request<{
      error?: { type?: string; reason?: string };
    }>(
      {
        method: 'PUT',
        path: `/${FIRST_INDEX}`,
        body: { settings: { index: settings }, mappings, aliases },
      },
      { ignore: [400] }
    );
    if (statusCode !== 400) {
      this.log.info(`Created the index ${FIRST_INDEX}.`);
    } else if (body.error?.type !== 'resource_already_exists_exception') {
      throw new Error(`${FIRST_INDEX} cannot be created: ${body.error?.reason}`);
    }
  }

  private mappings() {
    const types = this.registry.getAllTypes().map(({ name, mappings }) => [name, mappings]);
    return {
      dynamic: 'strict',
      properties: { ...ROOT_PROPERTIES, ...Object.fromEntries(types) },
    };
  }
}
