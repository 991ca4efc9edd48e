import { compileQuery, coverageWarnings, renderQuery } from './query';

const render = (source: string) =>
  renderQuery(compileQuery(source, 30), { start: 1000, end: 2000 });

describe('renderQuery', () => {
  it('fills in the period as epoch milliseconds', () => {
    const source =
      '{"query":{"range":{"t":{"from":"{{period_end}}||-15s","to":"{{ period_end }}"}}}}';
    expect(JSON.parse(render(source)).query.range.t).toEqual({ from: '2000||-15s', to: '2000' });
  });

  it('asks for true counts and a time limit unless the author set them', () => {
    expect(JSON.parse(render('{"size":0}'))).toEqual({
      track_total_hits: true,
      timeout: '30s',
      size: 0,
    });
    expect(JSON.parse(render('{"track_total_hits":5,"timeout":"1s"}'))).toEqual({
      track_total_hits: 5,
      timeout: '1s',
    });
  });

  it('accepts an empty query', () => {
    expect(JSON.parse(render(' { } '))).toEqual({ track_total_hits: true, timeout: '30s' });
  });

  it('is one line, whatever the layout, and keeps long numbers to the digit', () => {
    const text = render('{\r\n "query": {\n "term": {"id": 9007199254740993}}\n}');
    expect(text).not.toMatch(/[\r\n]/);
    expect(text).toContain('9007199254740993');
  });

  it('says where a text stops being JSON', () => {
    expect(() => compileQuery('{\n  "size": 0,\n  oops\n}', 30)).toThrow(
      expect.objectContaining({ line: 3, column: 3 })
    );
  });

  it('refuses what is no object', () => {
    expect(() => compileQuery('[]', 30)).toThrow('object');
  });
});

describe('coverageWarnings', () => {
  it('warns of the hole when a query looks back for less than the interval', () => {
    const source = '{"from":"{{period_end}}||-15s"}';
    expect(coverageWarnings(source, 60_000)).toEqual([
      { kind: 'holes', look_back_ms: 15_000, interval_ms: 60_000 },
    ]);
    expect(coverageWarnings(source, 15_000)).toEqual([]);
  });

  it('is content with a query over the period', () => {
    expect(coverageWarnings('{{period_start}} {{period_end}}||-1s', 60_000)).toEqual([]);
  });

  it('warns when a query has no period at all', () => {
    expect(coverageWarnings('{}', 60_000)).toEqual([{ kind: 'no_period' }]);
  });
});
