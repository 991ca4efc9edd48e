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
  { count: { chosen_by: 12 }, what: FREE }
);

const Said: React.FC = () => <p data-test-subj="said">{useSaid().said(OLD)}</p>;

const shown = (): string => {
  renderPage(<Said />, { appId: APP_IDS.alerts, answer: () => ({}) });
  return screen.getByTestId('said').textContent ?? '';
};

afterEach(() => jest.restoreAllMocks());

describe('a sentence of common/', () => {
  it('is said in English where there is no other text', () => {
    expect(shown()).toBe('12 indices are old; 1.5 KB free.');
  });

  it('is said in the language of the reader, its numbers and its parts with it', () => {
    const german: Record<string, string> = {
      ...{ old: 'Alt: {count, plural, other {# Stück}}; {what}.', free: '{free} frei' },
    };
    const { translate } = i18n;
    jest.spyOn(i18n, 'getLocale').mockReturnValue('de');
    jest
      .spyOn(i18n, 'translate')
      .mockImplementation((id, { values }) =>
        translate(`${id}.de`, { defaultMessage: german[id] ?? id, values })
      );
    expect(shown()).toBe('Alt: 12 Stück; 1,5 KB frei.');
  });
});
