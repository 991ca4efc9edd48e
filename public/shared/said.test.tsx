import React from 'react';
import { i18n } from '@osd/i18n';
import { screen } from '@testing-library/react';
import { phrase } from '../../common/phrase';
import { APP_IDS } from '../../common/plugin';
import { sentence } from '../../common/sentence';
import { useSaid } from './said';
import { renderPage } from './testing/render_page';

const FREE = sentence(phrase('free', '{free} free'), { free: { bytes: 1536 } });
const OLD = sentence(
  phrase('old', '{count, plural, one {# index is} other {# indices are}} old; {what}.'),
  { count: { chosen_by: 1234 }, what: FREE }
);

const Said: React.FC = () => <p data-test-subj="said">{useSaid().said(OLD)}</p>;

const shown = (): string => {
  renderPage(<Said />, { appId: APP_IDS.alerts, answer: () => ({}) });
  return screen.getByTestId('said').textContent ?? '';
};

afterEach(() => i18n.init({}));

describe('a sentence of common/', () => {
  it('is said in English where there is no other text', () => {
    expect(shown()).toBe('1,234 indices are old; 1.5 KB free.');
  });

  it('is said in the language of the reader, its numbers and its parts with it', () => {
    const messages = { old: 'Alt: {count, plural, other {# Stück}}; {what}.', free: '{free} frei' };
    i18n.init({ locale: 'de', messages });
    expect(shown()).toBe('Alt: 1.234 Stück; 1,5 KB frei.');
  });
});
