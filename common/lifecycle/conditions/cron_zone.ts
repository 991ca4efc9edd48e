import { isTimezone } from '../../monitors/rhythm';

/**
 * Zones as OpenSearch knows them (Java's `ZoneId`), in names that every browser and Node know, too. An offset, which comes
 * back as `UTC+09:00`, is such a zone; the zone of that name has its sign the other way round.
 */

const OFFSET = /^(?:UTC|GMT|UT)?([+-])0?(\d{1,2})(?::?00)?$/;

/** Three letters that Java does not take for a zone by itself. */
const SHORT =
  /^(ACT|AET|AGT|ART|AST|BET|BST|CAT|CNT|CST|CTT|EAT|ECT|EST|HST|IET|IST|JST|MIT|MST|NET|NST|PLT|PNT|PRT|PST|SST|VST)$/i;

/** The name to reckon with; undefined where the server knows no such zone, or we cannot reckon in it. */
export const zoneOf = (zone: unknown): string | undefined => {
  // Names must have their capitals.
  if (typeof zone !== 'string' || zone === zone.toLowerCase() || SHORT.test(zone)) {
    return typeof zone === 'string' && OFFSET.test(zone) ? offsetZone(zone) : undefined;
  }
  if (zone === 'Z') return 'UTC';
  if (OFFSET.test(zone)) return offsetZone(zone);
  return isTimezone(zone) ? zone : undefined;
};

const offsetZone = (zone: string): string | undefined => {
  const [, sign, hours] = OFFSET.exec(zone) ?? [];
  if (Number(hours) === 0) return 'UTC';
  const name = `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
  return isTimezone(name) ? name : undefined;
};
