/** The host's texts as components. They need `core.i18n.Context` (or an I18nProvider) around them. */
declare module '@osd/i18n/react' {
  import type { ComponentType, ReactElement, ReactNode } from 'react';

  export interface FormattedMessageProps {
    id: string;
    /** In ICU message format. */
    defaultMessage: string;
    description?: string;
    values?: Record<string, ReactNode | Date>;
  }

  export function FormattedMessage(props: FormattedMessageProps): ReactElement;

  export const I18nProvider: ComponentType<{ children?: ReactNode }>;
}
