const DARK = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi;

/** Nothing is run or loaded, whatever a template says; the frame that shows it is sandboxed besides. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;

/** Whether a mail says how it looks in the dark. */
export const knowsDark = (html: string): boolean => html.search(DARK) >= 0;

/** The HTML of a mail as a reader in the light or in the dark sees it, for a frame. */
export const previewHtml = (html: string, scheme: 'light' | 'dark'): string => {
  const styled = html.replace(DARK, scheme === 'dark' ? '(min-width: 0px)' : '(max-width: 0px)');
  return /<head[^>]*>/i.test(styled)
    ? styled.replace(/<head[^>]*>/i, (head) => head + POLICY)
    : POLICY + styled;
};
