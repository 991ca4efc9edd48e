import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Why a cluster of this edition cannot be started here; undefined when a JDK that runs it is there. It looks exactly as
 * the host and the tests do, since it is their code.
 */
export async function whyNoCluster(root, edition) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'standalone', 'cluster', 'java.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { choose, findJavas } = await import(`data:text/javascript;base64,${code}`);
  try {
    choose(await findJavas(), edition);
    return undefined;
  } catch (error) {
    return error.problem ?? String(error);
  }
}
