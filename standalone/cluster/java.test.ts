import { ClusterError } from './cluster_error';
import { canOpen } from './edition';
import { choose, featureVersion } from './java';

const java = (version: number) => ({ version, home: `/jdk-${version}` });

describe('the choice of a cluster', () => {
  it.each([
    ['17.0.15', 17],
    ['25', 25],
    ['1.8.0_292', 8],
    ['no version', undefined],
  ])('reads the version %s as %s', (text, version) => {
    expect(featureVersion(text)).toBe(version);
  });

  it('takes the newest OpenSearch that any Java here can run', () => {
    const { edition, java: chosen } = choose([java(17), java(25), java(21)]);
    expect(edition.name).toBe('opensearch-3.5.0');
    expect(chosen.version).toBe(25);
  });

  it('falls back to OpenSearch 2 where only Java 17 is', () => {
    expect(choose([java(11), java(17)]).edition.name).toBe('opensearch-2.19.1');
  });

  it('runs Elasticsearch 7.10 when asked, on a Java that is old enough', () => {
    expect(choose([java(25), java(17)], 'elasticsearch-7.10.2').java.version).toBe(17);
  });

  it('says what is missing, what is there and what helps', () => {
    const attempt = () => choose([java(11)]);
    expect(attempt).toThrow(ClusterError);
    expect(attempt).toThrow(/JDK 21 or newer.*Java 11 in \/jdk-11/);
    expect(attempt).toThrow(/JAVA_HOME.*OPENSEARCH_URL/);
    expect(() => choose([])).toThrow('No Java was found');
  });

  it('opens older data of the same product only', () => {
    expect(canOpen('opensearch-3.5.0', 'opensearch-2.19.1')).toBe(true);
    expect(canOpen('opensearch-2.19.1', 'opensearch-3.5.0')).toBe(false);
    expect(canOpen('opensearch-3.5.0', 'elasticsearch-7.10.2')).toBe(false);
  });
});
