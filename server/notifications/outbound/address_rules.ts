import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What the configuration lets through although it is not public. */
interface Rule {
  /** A host name as it is written in a URL. */
  host?: string;
  range?: [Address, number];
  /** Absent: any port. */
  port?: number;
}

export interface AllowList {
  rules: readonly Rule[];
  /** Entries that could not be read; each as a sentence for the operator. They allow nothing. */
  problems: readonly string[];
}

export const CONFIG_KEY = 'opensearch_watchkeeper.outbound.allow';

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

const portOf = (text: string | undefined): number | undefined => {
  const port = Number(text);
  return text !== undefined && Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : undefined;
};

const rangeOf = (text: string): [Address, number] | undefined => {
  const address = addressOf(text);
  if (address) return [address, address.kind() === 'ipv4' ? 32 : 128];
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined;
};

const HOST_NAME = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/** `host`, `host:port`, `10.0.0.0/8`, `10.0.0.1`, `10.0.0.1:80`, `fd00::/8`, `::1`, `[::1]:80` */
const parseRule = (entry: string): Rule | undefined => {
  const text = entry.trim();
  const range = rangeOf(text);
  if (range) return { range };
  const [, host, portText] = /^(\[[^\]]+\]|[^:]+?)(?::(\d+))?$/.exec(text) ?? [];
  if (host === undefined) return undefined;
  const port = portOf(portText);
  if (portText !== undefined && port === undefined) return undefined;
  const address = rangeOf(host);
  if (address) return { range: address, port };
  return HOST_NAME.test(plain(host)) ? { host: plain(host), port } : undefined;
};

export const parseAllowList = (entries: readonly string[]): AllowList => {
  const rules: Rule[] = [];
  const problems: string[] = [];
  for (const entry of entries) {
    const rule = parseRule(entry);
    if (rule) rules.push(rule);
    else {
      problems.push(
        `"${entry}" in ${CONFIG_KEY} is not a host, host:port, address or CIDR range, and allows nothing.`
      );
    }
  }
  return { rules, problems };
};

const within = (address: Address, [base, bits]: [Address, number]): boolean =>
  address.kind() === base.kind() && address.match(base, bits);

const matches = (rule: Rule, host: string, address: Address, port: number): boolean => {
  if (rule.port !== undefined && rule.port !== port) return false;
  return rule.range ? within(address, rule.range) : rule.host === plain(host);
};

/** All of IPv6 that is given out to the public so far (IANA, IPv6 Global Unicast Address Assignments). */
const GLOBAL_UNICAST: [Address, number] = ipaddr.parseCIDR('2000::/3');

const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' && (address.kind() === 'ipv4' || within(address, GLOBAL_UNICAST));

/**
 * Whether a connection to this address is let through: public addresses are, everything else (loopback, private,
 * link-local with the metadata services, unique-local, shared, multicast, reserved, tunnels that carry an IPv4 address)
 * only by a rule.
 *
 * @param host As written in the URL, which is what a rule by name is about.
 */
export const isAllowed = (
  { rules }: AllowList,
  host: string,
  address: string,
  port: number
): boolean => {
  const parsed = addressOf(address);
  if (!parsed) return false;
  if (isPublic(parsed)) return true;
  return rules.some((rule) => matches(rule, host, parsed, port));
};
