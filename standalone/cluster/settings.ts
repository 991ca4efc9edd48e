import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from './edition';

export type SettingValue = string | number | boolean | string[];

/**
 * Settings of every embedded cluster. Single-node discovery keeps two clusters of one name apart. The disk watermarks
 * would make indices read-only on a developer's nearly full disk.
 */
const DEFAULTS: Record<string, SettingValue> = {
  'network.host': '127.0.0.1',
  'discovery.type': 'single-node',
  'cluster.routing.allocation.disk.threshold_enabled': false,
};

const LOGGING = `status = error
appender.file.type = RollingFile
appender.file.name = file
appender.file.fileName = LOGS/cluster.log
appender.file.filePattern = LOGS/cluster-%i.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
appender.file.policies.type = Policies
appender.file.policies.size.type = SizeBasedTriggeringPolicy
appender.file.policies.size.size = 10MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 3
appender.header_warning.type = HeaderWarningAppender
appender.header_warning.name = header_warning
rootLogger.level = info
rootLogger.appenderRef.file.ref = file
logger.deprecation.name = DEPRECATION
logger.deprecation.level = warn
logger.deprecation.appenderRef.header_warning.ref = header_warning
logger.deprecation.additivity = false
`;

/** Writes what the runner reads from its configuration folder: the settings (YAML, of which JSON is a part) and logging. */
export function writeConfiguration(
  edition: Edition,
  folder: string,
  logs: string,
  extra: Record<string, SettingValue>
): void {
  mkdirSync(folder, { recursive: true });
  mkdirSync(logs, { recursive: true });
  const lines = Object.entries({ ...DEFAULTS, ...extra }).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`
  );
  writeFileSync(join(folder, edition.settingsFile), lines.join('\n') + '\n');
  const product = edition.name.split('-')[0];
  writeFileSync(
    join(folder, 'log4j2.properties'),
    LOGGING.replaceAll('LOGS', logs).replace('DEPRECATION', `org.${product}.deprecation`)
  );
}
