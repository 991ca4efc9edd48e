import type {
  ISavedObjectsRepository,
  SavedObjectsBulkCreateObject,
  SavedObjectsBulkGetObject,
  SavedObjectsBulkUpdateObject,
  SavedObjectsBulkUpdateOptions,
  SavedObjectsCheckConflictsObject,
  SavedObjectsClientContract,
  SavedObjectsCreateOptions,
  SavedObjectsDeleteOptions,
  SavedObjectsFindOptions,
  SavedObjectsUpdateOptions,
} from 'opensearch-dashboards/server';
import { savedObjectsErrors } from './errors';

/**
 * The innermost client. A class, as in Dashboards: a wrapper that spreads it loses its methods here as
 * it would there.
 */
export class SavedObjectsClient implements SavedObjectsClientContract {
  errors = savedObjectsErrors;

  constructor(private readonly repository: ISavedObjectsRepository) {}

  create<T>(type: string, attributes: T, options?: SavedObjectsCreateOptions) {
    return this.repository.create(type, attributes, options);
  }

  bulkCreate<T>(
    objects: Array<SavedObjectsBulkCreateObject<T>>,
    options?: SavedObjectsCreateOptions
  ) {
    return this.repository.bulkCreate(objects, options);
  }

  checkConflicts(objects?: SavedObjectsCheckConflictsObject[]) {
    return this.repository.checkConflicts(objects);
  }

  delete(type: string, id: string, options?: SavedObjectsDeleteOptions) {
    return this.repository.delete(type, id, options);
  }

  find<T>(options: SavedObjectsFindOptions) {
    return this.repository.find<T>(options);
  }

  bulkGet<T>(objects?: SavedObjectsBulkGetObject[]) {
    return this.repository.bulkGet<T>(objects);
  }

  get<T>(type: string, id: string) {
    return this.repository.get<T>(type, id);
  }

  update<T>(type: string, id: string, attributes: Partial<T>, options?: SavedObjectsUpdateOptions) {
    return this.repository.update<T>(type, id, attributes, options);
  }

  bulkUpdate<T>(
    objects: Array<SavedObjectsBulkUpdateObject<T>>,
    options?: SavedObjectsBulkUpdateOptions
  ) {
    return this.repository.bulkUpdate<T>(objects, options);
  }
}
