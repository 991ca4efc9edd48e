/** The flags of `npm start` and of the standalone host that it runs, as `parseArgs` takes them. */
export const FLAGS = {
  host: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string', default: './.data' },
  cache: { type: 'string', default: './.cache' },
  config: { type: 'string' },
  react: { type: 'string' },
  demo: { type: 'boolean' },
  'no-demo': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

export const USAGE = `Starts Watchkeeper without Dashboards: a host, an OpenSearch of its own, and a demo.

  npm start -- [flags]

  --host <address> where the host listens (default 127.0.0.1); beyond loopback it demands a login:
                   see docs/standalone.md
  --port <n>       the port that it listens on (default 5601; 0: any free port)
  --data <folder>  what survives a restart: cluster, keys, logs (default ./.data)
  --config <file>  YAML, as in opensearch_dashboards.yml (opensearch_watchkeeper.*)
  --no-demo        no demo logs, monitor and inbox
  --demo           the demo also on a cluster of your own
  --react <16|18>  the React that the pages run on (default 18)
  --cache <folder> where the jars of the embedded OpenSearch are kept (default ./.cache)

A cluster of your own, instead of the embedded one:

  OPENSEARCH_URL        such as https://search-1:9200,https://search-2:9200
  OPENSEARCH_USERNAME   OPENSEARCH_PASSWORD
  OPENSEARCH_CA         a PEM file with the authorities to trust
`;
