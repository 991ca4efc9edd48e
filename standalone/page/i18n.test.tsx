import { render } from '@testing-library/react';
import React from 'react';
import { i18n } from './i18n';
import { FormattedMessage } from './i18n_react';

describe('i18n.translate', () => {
  afterEach(() => i18n.init({}));

  it('puts values and plurals into the default message', () => {
    const text = i18n.translate('watchkeeper.test.countLabel', {
      defaultMessage: '{count, plural, one {# alert} other {# alerts}} of {name}',
      values: { count: 2, name: 'errors' },
    });
    expect(text).toBe('2 alerts of errors');
  });

  it('prefers the message of the locale', () => {
    i18n.init({ locale: 'de', messages: { 'watchkeeper.test.title': 'Wächter {n}' } });
    const args = { defaultMessage: 'Keeper {n}', values: { n: 1 } };
    expect(i18n.translate('watchkeeper.test.title', args)).toBe('Wächter 1');
  });

  it('accents the words of a message, and not its values, in the pseudo-locale', () => {
    i18n.init({ locale: 'en-xa' });
    const text = i18n.translate('a.b', {
      defaultMessage: '{count, plural, one {# alert} other {# alerts}} of {name}',
      values: { count: 2, name: 'errors' },
    });
    expect(text).toBe('2 àļéŕţš ôƒ errors');
  });

  it('names the message when a value is missing', () => {
    expect(() => i18n.translate('a.b', { defaultMessage: 'to {whom}' })).toThrow(/"a\.b"/);
  });

  it('leaves tags and apostrophes alone', () => {
    const text = i18n.translate('a.b', { defaultMessage: "don't use <b>bold</b>" });
    expect(text).toBe("don't use <b>bold</b>");
  });
});

describe('FormattedMessage', () => {
  it('keeps elements among the values', () => {
    const values = { link: <a href="/x">here</a>, count: 3 };
    const { container } = render(
      <FormattedMessage id="a.b" defaultMessage="See {count} of them {link}." values={values} />
    );
    expect(container.innerHTML).toBe('See 3 of them <a href="/x">here</a>.');
  });
});
