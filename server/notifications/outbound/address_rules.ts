import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isMetadata, isPublic, within } from './public_addresses';
import type { Address, Range } from './public_addresses';

/** What the configuration says about a host or a range. */
interface Rule {
  /** A host name as it is written in a URL. */
  host?: string;
  /** `.example.com`: every name below, at any depth, but not `example.com` itself. */
  suffix?: string;
  range?: Range;
  /** Absent: any port. */
  port?: number;
}

export interface AllowList {
  /** Let through although they are not public. */
  rules: readonly Rule[];
  /** Refused although they are public or allowed. */
  denied: readonly Rule[];
  /** Entries that could not be read; each as a sentence for the operator. They change nothing. */
  problems: readonly string[];
}

export const ALLOW_KEY = 'opensearch_watchkeeper.outbound.allow';
export const DENY_KEY = 'opensearch_watchkeeper.outbound.deny';

const plain = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/**
 * An address, with one that hides an IPv4 address in IPv6 (`::ffff:10.0.0.1`) brought to light. Undefined for names.
 * Only the usual notations: a URL's parser has turned `0x7f.1` and the like into them already.
 */
export const addressOf = (host: string): Address | undefined => {
  const text = plain(host);
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return ipaddr.IPv6.isValid(text) ? ipaddr.process(text) : undefined;
};

/** A socket connects to these without asking anybody, so that no look-up is there to be guarded. */
export const isLiteral = (host: string): boolean =>
  isIP(host) !== 0 || addressOf(host) !== undefined;

const portOf = (text: string | undefined): number | undefined => {
  const port = Number(text);
  return text !== undefined && Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : undefined;
};

const rangeOf = (text: string): Range | undefined => {
  const address = addressOf(text);
  if (address) return [address, address.kind() === 'ipv4' ? 32 : 128];
  return ipaddr.isValidCIDR(text) ? unmapped(ipaddr.parseCIDR(text)) : undefined;
};

/** `::ffff:10.0.0.0/104` is `10.0.0.0/8`: addresses are compared after they were brought to light. */
const unmapped = ([base, bits]: Range): Range =>
  'isIPv4MappedAddress' in base && base.isIPv4MappedAddress() && bits >= 96
    ? [base.toIPv4Address(), bits - 96]
    : [base, bits];

const HOST_NAME = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/** What is left of a port: an address, a name, or every name below one. */
const hostRuleOf = (host: string): Pick<Rule, 'host' | 'range' | 'suffix'> | undefined => {
  const range = rangeOf(host);
  if (range) return { range };
  const name = plain(host);
  const below = name.startsWith('*.') ? name.slice(2) : name;
  if (!HOST_NAME.test(below)) return undefined;
  return below === name ? { host: name } : { suffix: `.${below}` };
};

/**
 * `host`, `host:port`, `*.suffix`, `*.suffix:port`, `10.0.0.0/8`, `10.0.0.1`, `10.0.0.1:80`, `fd00::/8`, `::1`,
 * `[::1]:80`
 */
const parseRule = (entry: string): Rule | undefined => {
  const text = entry.trim();
  const range = rangeOf(text);
  if (range) return { range };
  const [, host, portText] = /^(\[[^\]]+\]|[^:]+?)(?::(\d+))?$/.exec(text) ?? [];
  if (host === undefined) return undefined;
  const port = portOf(portText);
  if (portText !== undefined && port === undefined) return undefined;
  const rule = hostRuleOf(host);
  return rule && { ...rule, port };
};

const parseRules = (entries: readonly string[], key: string, nothing: string) => {
  const rules: Rule[] = [];
  const problems: string[] = [];
  for (const entry of entries) {
    const rule = parseRule(entry);
    if (rule) rules.push(rule);
    else {
      problems.push(
        `"${entry}" in ${key} is not a host, host:port, *.suffix, address or CIDR range, and ${nothing}.`
      );
    }
  }
  return { rules, problems };
};

export const parseAllowList = (
  allow: readonly string[],
  deny: readonly string[] = []
): AllowList => {
  const allowed = parseRules(allow, ALLOW_KEY, 'allows nothing');
  const denied = parseRules(deny, DENY_KEY, 'denies nothing');
  return {
    rules: allowed.rules,
    denied: denied.rules,
    problems: [...allowed.problems, ...denied.problems],
  };
};

const namedBy = (rule: Rule, host: string, port: number): boolean => {
  if (rule.port !== undefined && rule.port !== port) return false;
  const name = plain(host);
  return rule.suffix === undefined ? rule.host === name : name.endsWith(rule.suffix);
};

const covers = (rule: Rule, address: Address, port: number): boolean =>
  rule.range !== undefined &&
  (rule.port === undefined || rule.port === port) &&
  within(address, rule.range);

/** @param host As written in the URL. */
export const isDeniedName = ({ denied }: AllowList, host: string, port: number): boolean =>
  denied.some((rule) => namedBy(rule, host, port));

/** Whether the operator has named the host, which says that whoever answers for it is trusted. */
export const isAllowedName = ({ rules }: AllowList, host: string, port: number): boolean =>
  rules.some((rule) => namedBy(rule, host, port));

/** Whether the configuration refuses it, by its name or by its address. */
export const isDenied = (list: AllowList, host: string, address: string, port: number): boolean => {
  const parsed = addressOf(address);
  return (
    isDeniedName(list, host, port) ||
    (parsed !== undefined && list.denied.some((rule) => covers(rule, parsed, port)))
  );
};

/**
 * Whether a connection to this address is let through: public addresses are, everything else only by a rule, and nothing
 * that is denied. A rule by name does not open the metadata services: a name may lead to any address tomorrow.
 *
 * @param host As written in the URL, which is what a rule by name is about.
 */
export const isAllowed = (
  list: AllowList,
  host: string,
  address: string,
  port: number
): boolean => {
  const parsed = addressOf(address);
  if (!parsed || isDenied(list, host, address, port)) return false;
  if (isPublic(parsed) || list.rules.some((rule) => covers(rule, parsed, port))) return true;
  return !isMetadata(parsed) && isAllowedName(list, host, port);
};
