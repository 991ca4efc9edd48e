export const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

export const LINK = 'color:#006bb4;word-break:break-all;';

/** Over the inline styles, for readers in the dark. */
export const DARK_STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.wk-page { background-color: #141519 !important; }
.wk-card { background-color: #1d1e24 !important; border-color: #343741 !important; }
.wk-text { color: #dfe5ef !important; }
.wk-quiet { color: #98a2b3 !important; }
.wk-card a { color: #5fb4ef !important; }
.wk-button { border-color: #5fb4ef !important; }
}
`;

const channel = (color: string, at: number): number => {
  const value = parseInt(color.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Black or white, whichever is read better on a colour `#rrggbb` (WCAG 2.1, relative luminance). */
export const textOn = (color: string): string => {
  const luminance =
    0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
  return luminance > 0.179 ? '#000000' : '#ffffff';
};
