import { useQuery } from '@tanstack/react-query';
import { MONITORS_PATH } from '../../common/monitors/api';
import type { MonitorSummary } from '../../common/monitors/api';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type { DestinationRecord } from '../../common/notifications/api';
import type { Page } from '../../common/page';
import { DESTINATION_TYPE, MONITOR_TYPE } from '../../common/plugin';
import type { ApiClient } from '../shared/api_client';
import { useServices } from '../shared/services';
import { keyOf } from './transfer_api';
import type { ImportResult } from './use_import';

const LOOK_EVERY = 3000;
const PAGE_SIZE = 1000;

/** What is left to do after an import, as it stands now. */
export interface Aftermath {
  /** They cannot send until their secrets are given again. */
  wantSecrets: DestinationRecord[];
  /** They do not run until somebody who may run their query takes them over. */
  wantAdoption: MonitorSummary[];
  /** Titles of monitors that send to a destination that is not here. */
  dangling: string[];
}

const allOf = async <T>(api: ApiClient, path: string, signal?: AbortSignal): Promise<T[]> => {
  const items: T[] = [];
  for (let page = 1; ; page++) {
    const query = { page, per_page: PAGE_SIZE, sort: 'name' };
    const answer = await api.get<Page<T>>(path, { query, signal });
    items.push(...answer.items);
    if (answer.items.length === 0 || page * PAGE_SIZE >= answer.total) return items;
  }
};

/** Ids here, by the keys that the objects have in the file. */
const idsHere = ({ came }: ImportResult): Map<string, string> =>
  new Map(came.map((object) => [keyOf(object), object.destinationId ?? object.id]));

/** Monitors of the file with a destination that did not come, and was not there. */
export const danglingMonitors = (
  result: ImportResult,
  destinationIds: ReadonlySet<string>
): string[] => {
  const here = idsHere(result);
  const isMissing = (reference: { type: string; id: string }) =>
    reference.type === DESTINATION_TYPE &&
    !destinationIds.has(here.get(keyOf(reference)) ?? reference.id);
  return result.file.objects
    .filter((object) => object.type === MONITOR_TYPE && here.has(keyOf(object)))
    .filter(({ references }) => references.some(isMissing))
    .map(({ id, title }) => title ?? id);
};

const look = async (
  api: ApiClient,
  result: ImportResult,
  signal?: AbortSignal
): Promise<Aftermath> => {
  const [monitors, destinations] = await Promise.all([
    allOf<MonitorSummary>(api, MONITORS_PATH, signal),
    allOf<DestinationRecord>(api, DESTINATIONS_PATH, signal),
  ]);
  const ids = new Set(idsHere(result).values());
  return {
    wantSecrets: destinations.filter(({ id, has_secrets: has }) => ids.has(id) && !has),
    wantAdoption: monitors.filter(
      ({ id, authorisation }) => ids.has(id) && authorisation === 'needs_adoption'
    ),
    dangling: danglingMonitors(result, new Set(destinations.map(({ id }) => id))),
  };
};

/** Looked at again every few seconds: a monitor shows some seconds after it came, and what is done is struck off. */
export const useAftermath = (result: ImportResult) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['import_aftermath', result.came.map(keyOf)],
    queryFn: ({ signal }) => look(api, result, signal),
    enabled: result.came.length > 0,
    refetchInterval: LOOK_EVERY,
    cacheTime: 0,
  });
};
