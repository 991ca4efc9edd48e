/** The host's texts. In a browser and on the server of Dashboards, the same functions. */
declare module '@osd/i18n' {
  export interface TranslateArguments {
    /** In ICU message format. */
    defaultMessage: string;
    description?: string;
    values?: Record<string, string | number | boolean | Date | null | undefined>;
  }

  export const i18n: {
    /** `id` is `{plugin}.{area}.{elementAndRole}`. */
    translate(id: string, args: TranslateArguments): string;
    getLocale(): string;
  };
}
