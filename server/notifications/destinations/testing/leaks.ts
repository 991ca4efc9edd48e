/** Where one text stands in another, by other means than those that are tested. */

const base64Starts = (canary: string): string[] =>
  ['', 'x', 'xy'].map((before) => {
    const whole = Buffer.from(before + canary).toString('base64');
    // Whole groups of three bytes, after the one that the text before is in.
    return whole.slice(before === '' ? 0 : 4, -4);
  });

const forms = (canary: string): string[] => [
  canary,
  encodeURIComponent(canary),
  encodeURI(canary),
  JSON.stringify(canary).slice(1, -1),
  JSON.stringify(JSON.stringify(canary)).slice(3, -3),
  canary.replace(/&/g, '&amp;').replace(/"/g, '&quot;'),
  Buffer.from(canary).toString('hex'),
  ...base64Starts(canary),
  ...base64Starts(canary).map((each) => each.replace(/\+/g, '-').replace(/\//g, '_')),
];

/** The forms of canaries that a text holds; empty is good. */
export const leaksIn = (text: string, canaries: readonly string[]): string[] => {
  const small = text.toLowerCase();
  return canaries.flatMap((canary) =>
    forms(canary)
      .filter((form) => form.length >= 6 && small.includes(form.toLowerCase()))
      .map((form) => `${canary} as ${form}`)
  );
};
