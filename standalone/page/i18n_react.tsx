/** Stands in for the host package `@osd/i18n/react`. */
import React from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import type { MessageValues } from './i18n';
import { formatMessage, i18n } from './i18n';

export interface FormattedMessageProps {
  id: string;
  defaultMessage: string;
  description?: string;
  /** Text, numbers, dates or elements. */
  values?: Record<string, ReactNode | Date>;
}

/** The text of an id as a fragment; elements among the values stay elements. */
export function FormattedMessage({
  id,
  defaultMessage,
  values,
}: FormattedMessageProps): ReactElement {
  const parts = formatMessage<ReactNode>(id, defaultMessage, values as MessageValues<ReactNode>);
  if (!Array.isArray(parts)) return <>{parts}</>;
  return (
    <>
      {parts.map((part, index) => (
        <React.Fragment key={index}>{part}</React.Fragment>
      ))}
    </>
  );
}

/** Messages are global here, so that the provider has nothing to hold. */
export function I18nProvider({ children }: { children?: ReactNode }): ReactElement {
  return <>{children}</>;
}

export interface InjectedIntl {
  locale: string;
  formatMessage(descriptor: { id: string; defaultMessage: string }, values?: MessageValues): string;
}

const intl: InjectedIntl = {
  get locale() {
    return i18n.getLocale();
  },
  formatMessage: ({ id, defaultMessage }, values) => i18n.translate(id, { defaultMessage, values }),
};

/** Hands the component an `intl`, as react-intl 2 did. */
export function injectI18n<P extends object>(
  Component: ComponentType<P & { intl: InjectedIntl }>
): ComponentType<P> {
  return function WithI18n(props: P) {
    return <Component {...props} intl={intl} />;
  };
}
