import { UsageError, readOptions } from './options';

describe('the options of the standalone host', () => {
  it('starts a demo on an embedded cluster when nothing is said', () => {
    expect(readOptions([], {})).toMatchObject({
      port: 5601,
      dataDir: './.data',
      demo: true,
      cluster: undefined,
    });
  });

  it('leaves the demo out when told so', () => {
    expect(readOptions(['--no-demo'], {}).demo).toBe(false);
  });

  it("writes no demo into the user's own cluster unless asked to", () => {
    const env = { OPENSEARCH_URL: 'https://search:9200', OPENSEARCH_USERNAME: 'u' };
    expect(readOptions([], env)).toMatchObject({
      demo: false,
      cluster: { url: 'https://search:9200', username: 'u', password: undefined },
    });
    expect(readOptions(['--demo'], env).demo).toBe(true);
  });

  it('takes several nodes', () => {
    const env = { OPENSEARCH_URL: 'http://a:9200, http://b:9200' };
    expect(readOptions([], env).cluster?.url).toBe('http://a:9200, http://b:9200');
  });

  it.each([
    [['--port', 'x'], {}],
    [['--port', '70000'], {}],
    [['--colour'], {}],
    [['--react', '17'], {}],
    [[], { OPENSEARCH_URL: 'search:9200' }],
  ])('refuses %j with %j', (args, env) => {
    expect(() => readOptions(args, env)).toThrow(UsageError);
  });
});
