/** The texts of the shell itself, in the languages of the plugin. */
import korean from './translations/ko-KR.json';
import chinese from './translations/zh-CN.json';

const MESSAGES: Record<string, Record<string, string>> = {
  'ko-KR': korean.messages,
  'zh-CN': chinese.messages,
};

/** By id; without any, the shell speaks its default language. */
export const shellMessages = (locale: string): Record<string, string> => MESSAGES[locale] ?? {};
