/** The host's theme: colours and sizes of the version and mode that its page is shown in. */
declare module '@osd/ui-shared-deps/theme' {
  export const euiThemeVars: Record<string, string>;
  export const darkMode: boolean;
  export const version: string;
  export const tag: string;
}
