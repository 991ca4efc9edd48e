import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTranslation } from './translations';

const pluginWith = (list: object, files: Record<string, object> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'translations-'));
  mkdirSync(join(folder, 'translations'));
  writeFileSync(join(folder, '.i18nrc.json'), JSON.stringify(list));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  return folder;
};

const ENGLISH = { locale: 'en', messages: {} };

describe('the texts of a locale', () => {
  const plugin = pluginWith(
    { translations: ['translations/ko.json', 'translations/zh-CN.json'] },
    {
      'translations/ko.json': { messages: { 'watchkeeper.nav.alertsLabel': '알림' } },
      'translations/zh-CN.json': { messages: { 'watchkeeper.nav.alertsLabel': '告警' } },
    }
  );

  it('are those of the file that has its name', () => {
    expect(readTranslation(plugin, 'ko')).toEqual({
      locale: 'ko',
      messages: { 'watchkeeper.nav.alertsLabel': '알림' },
    });
  });

  it('are found whatever the case of the name', () => {
    expect(readTranslation(plugin, 'zh-cn').locale).toBe('zh-CN');
  });

  it('are found by the language alone', () => {
    expect(readTranslation(plugin, 'zh').locale).toBe('zh-CN');
  });

  it('are made by the page in the pseudo-locale', () => {
    expect(readTranslation(plugin, 'en-XA')).toEqual({ locale: 'en-xa', messages: {} });
  });

  it.each(['fr', undefined, 7, '../secret'])('are the default ones for %s', (locale) => {
    expect(readTranslation(plugin, locale)).toEqual(ENGLISH);
  });

  it('are the default ones in a plugin that lists none', () => {
    expect(readTranslation(pluginWith({}), 'ko')).toEqual(ENGLISH);
    expect(readTranslation(mkdtempSync(join(tmpdir(), 'none-')), 'ko')).toEqual(ENGLISH);
  });
});
