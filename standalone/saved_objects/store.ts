import type {
  OpenSearchClient,
  SavedObject,
  TransportRequestParams,
} from 'opensearch-dashboards/server';
import { fromClusterError, unsupportedType } from './errors';
import type { Migrator } from './migrator';
import type { ObjectIndex } from './object_index';
import type { RawDoc } from './serializer';
import { fromRaw, toSavedObject } from './serializer';

export interface Answer<T> {
  status: number;
  body: T;
}

interface ErrorBody {
  error?: { type?: string; reason?: string };
}

/** What all operations of one repository stand on: the index, the migrations, the allowed types. */
export class Store {
  constructor(
    private readonly client: OpenSearchClient,
    private readonly index: ObjectIndex,
    readonly migrator: Migrator,
    private readonly allowedTypes: readonly string[]
  ) {}

  isAllowed(type: string): boolean {
    return this.allowedTypes.includes(type);
  }

  assertAllowed(type: string): void {
    if (!this.isAllowed(type)) throw unsupportedType(type);
  }

  /** Asks the cluster; 404 and 409 are answers. Anything else that fails is a client's error. */
  async call<T>(params: TransportRequestParams): Promise<Answer<T>> {
    const first = await this.request<T & ErrorBody>(params);
    if (!isIndexGone(first)) return first;
    this.index.forget();
    return this.request<T>(params);
  }

  private async request<T>(params: TransportRequestParams): Promise<Answer<T>> {
    await this.index.ensure();
    try {
      const options = { ignore: [404, 409] };
      const { body, statusCode } = await this.client.transport.request<T>(params, options);
      return { status: statusCode ?? 0, body };
    } catch (error) {
      throw fromClusterError(error);
    }
  }

  /** The object of a document that was read, in the form of today. */
  read<T>(raw: RawDoc): SavedObject<T> {
    return toSavedObject(this.migrator.migrate(fromRaw<T>(raw), false), raw);
  }
}

function isIndexGone({ status, body }: Answer<ErrorBody>): boolean {
  return status === 404 && body?.error?.type === 'index_not_found_exception';
}
