import { notFound } from '../../common/errors';
import type { MonitorVersion } from '../../common/monitors/api';
import { MONITOR_TYPE } from '../../common/plugin';
import type { ObjectVersion } from '../../common/versions';
import { fromAttributes } from '../storage/monitor_type';
import type { VersionStore } from '../storage/version_store';

/** A version that this release cannot read any more is left out. */
const toMonitorVersion = ({
  id,
  at,
  author,
  note,
  attributes,
  references,
}: ObjectVersion): MonitorVersion[] => {
  try {
    const monitor = fromAttributes(attributes, references);
    return [{ id, at, ...(author ? { author } : {}), ...(note ? { note } : {}), monitor }];
  } catch {
    return [];
  }
};

/** Newest first. */
export const listVersions = async (versions: VersionStore, id: string): Promise<MonitorVersion[]> =>
  (await versions.of(MONITOR_TYPE, id)).flatMap(toMonitorVersion);

/** @throws WatchkeeperError `not_found` */
export const findVersion = async (
  versions: VersionStore,
  id: string,
  versionId: string
): Promise<MonitorVersion> => {
  const found = (await listVersions(versions, id)).find((version) => version.id === versionId);
  if (!found) throw notFound('version of the monitor', versionId);
  return found;
};
