// Nothing but this check may run on an old Node: it would stumble over newer syntax and modules.
const OLDEST = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(
    `Watchkeeper needs Node ${OLDEST} or newer; this is ${process.version}. See https://nodejs.org`
  );
  process.exitCode = 1;
} else {
  const { start } = await import('./setup/start.mjs');
  await start(process.argv.slice(2));
}
