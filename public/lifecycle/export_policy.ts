import type { JsonObject } from '../../common/json/record';
import { canonicalText } from '../../common/lifecycle/policy/canonical';
import { saveBlob } from '../saved_objects/save_blob';

/** As a file: in the one form that means the same, so that it can be kept in git. */
export const exportPolicy = (id: string, body: JsonObject): void =>
  saveBlob(new Blob([canonicalText(body)], { type: 'application/json' }), `${id || 'policy'}.json`);
