/** The names of all time zones, where the browser tells them. */
export const timeZones = (): string[] => {
  const names =
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set(['UTC', ...names])];
};
