import type { ISavedObjectTypeRegistry, SavedObjectsType } from 'opensearch-dashboards/server';

/** The types that plugins have registered. */
export class TypeRegistry implements ISavedObjectTypeRegistry {
  private readonly types = new Map<string, SavedObjectsType>();

  register(type: SavedObjectsType): void {
    if (this.types.has(type.name)) throw new Error(`Type '${type.name}' is already registered.`);
    if (type.namespaceType !== 'agnostic') {
      throw new Error(`Type '${type.name}': this host knows agnostic types only.`);
    }
    this.types.set(type.name, type);
  }

  getType(type: string): SavedObjectsType | undefined {
    return this.types.get(type);
  }

  getAllTypes(): SavedObjectsType[] {
    return [...this.types.values()];
  }

  getImportableAndExportableTypes(): SavedObjectsType[] {
    return this.getAllTypes().filter(({ name }) => this.isImportableAndExportable(name));
  }

  isHidden(type: string): boolean {
    return this.types.get(type)?.hidden ?? false;
  }

  isImportableAndExportable(type: string): boolean {
    return this.types.get(type)?.management?.importableAndExportable ?? false;
  }

  /** Names of the types that a client may use: all but the hidden ones it does not name. */
  allowedTypes(includedHiddenTypes: readonly string[] = []): string[] {
    return [...this.types.keys()].filter(
      (name) => !this.isHidden(name) || includedHiddenTypes.includes(name)
    );
  }
}
