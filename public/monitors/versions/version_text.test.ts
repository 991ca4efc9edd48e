import { monitorSample } from '../testing/samples';
import { versionText } from './version_text';

describe('the text of a version', () => {
  it('is JSON, as long as no text in it has several lines', () => {
    const monitor = monitorSample({ ui_metadata: { list: [], nothing: null, deep: [{ a: 1 }] } });
    expect(versionText(monitor)).toBe(JSON.stringify(monitor, null, 2));
    expect(versionText({ ...monitor, enabled_time: 5 })).toBe(versionText(monitor));
  });

  it('shows a text of several lines line by line, to the letter', () => {
    const query = '{\n  "size": 9007199254740993\n}';
    const monitor = monitorSample({ inputs: [{ search: { indices: ['logs'], query } }] });
    expect(versionText(monitor)).toContain(`"query": """\n${query}\n"""`);
  });

  it('is the same for monitors that only the server has changed', () => {
    const before = monitorSample({ last_update_time: 1, enabled_time: 1 });
    expect(versionText(before)).toBe(versionText({ ...before, last_update_time: 2 }));
  });
});
