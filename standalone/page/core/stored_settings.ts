const KEY = 'watchkeeper.uiSettings';

/** The settings that this browser keeps; nothing when it keeps none or they cannot be read. */
export function readSettings(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Keeps one setting; `null` goes back to its default. */
export function writeSetting(key: string, value: unknown): void {
  const settings = readSettings();
  if (value === null) delete settings[key];
  else settings[key] = value;
  window.localStorage.setItem(KEY, JSON.stringify(settings));
}
