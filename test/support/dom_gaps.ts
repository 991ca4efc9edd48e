import { deserialize, serialize } from 'node:v8';

// What every browser has and the document of component tests lacks.
globalThis.structuredClone ??= <T>(value: T): T => deserialize(serialize(value)) as T;
