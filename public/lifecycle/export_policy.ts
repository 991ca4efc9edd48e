import type { JsonObject } from '../../common/json/record';
import { exportedText, terraformText } from '../../common/lifecycle/policy/export';
import type { ExportedPolicy } from '../../common/lifecycle/policy/export';
import { saveBlob } from '../saved_objects/save_blob';

const nameOf = (policies: readonly ExportedPolicy[]): string =>
  policies.length === 1 ? policies[0].id || 'policy' : 'policies';

/** As one file: in the one form that means the same, so that it can be kept in git. */
export const exportPolicies = (policies: readonly ExportedPolicy[]): void =>
  saveBlob(
    new Blob([exportedText(policies)], { type: 'application/json' }),
    `${nameOf(policies)}.json`
  );

export const exportPolicy = (id: string, body: JsonObject): void => exportPolicies([{ id, body }]);

/** As resources of Terraform. */
export const exportTerraform = (policies: readonly ExportedPolicy[]): void =>
  saveBlob(new Blob([terraformText(policies)], { type: 'text/plain' }), `${nameOf(policies)}.tf`);
