import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** An answer of a real Index State Management (OpenSearch 3.4). Status 0: none ever came. */
export interface RecordedAnswer {
  request: { method: string; path: string; body?: unknown };
  response: { status: number; body: unknown };
}

const FOLDER = join(__dirname, '../../../test/fixtures/ism/answers');

/** @param name of the recording, without its number: for example `explain-failed` */
export const recordedAnswer = (name: string): RecordedAnswer => {
  const file = readdirSync(FOLDER).find((each) => each.replace(/^\d+-/, '') === `${name}.json`);
  if (file === undefined) throw new Error(`There is no recording ${name}.`);
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as RecordedAnswer;
};
