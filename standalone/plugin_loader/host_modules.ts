import Module from 'node:module';
import { sep } from 'node:path';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';
import { i18n } from '../page/i18n';

/** What a plugin's server side takes from the host instead of bringing it along. */
const HOST_MODULES: Record<string, unknown> = {
  rxjs,
  'rxjs/operators': rxjsOperators,
  '@osd/i18n': { i18n },
};

type Load = (
  request: string,
  parent: { filename?: string } | undefined,
  isMain: boolean
) => unknown;

/**
 * Makes `require` answer with the host's modules in files of the plugin's folder. An `@osd` package
 * that this host does not have is refused by its name.
 */
export function provideHostModules(artefactDir: string): void {
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  const within = artefactDir.endsWith(sep) ? artefactDir : artefactDir + sep;
  loader._load = function provide(request, parent, isMain) {
    if (parent?.filename?.startsWith(within) !== true)
      return load.call(this, request, parent, isMain);
    if (request in HOST_MODULES) return HOST_MODULES[request];
    if (request.startsWith('@osd/')) throw new Error(`This host has no module ${request}.`);
    return load.call(this, request, parent, isMain);
  };
}
