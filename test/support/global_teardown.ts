module.exports = async (): Promise<void> => {
  await globalThis.watchkeeperTearDown?.();
};
