import ipaddr from 'ipaddr.js';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;
export type Range = [Address, number];

export const within = (address: Address, [base, bits]: Range): boolean =>
  address.kind() === base.kind() && address.match(base, bits);

/** All of IPv6 that is given out to the public so far (IANA, IPv6 Global Unicast Address Assignments). */
const GLOBAL_UNICAST: Range = ipaddr.parseCIDR('2000::/3');

/**
 * Where clouds keep what they tell a machine about itself, credentials included: link-local addresses (AWS, Azure,
 * Google and most others), and those that lie elsewhere (AWS over IPv6, Alibaba, Oracle, the wire server of Azure).
 */
const METADATA: readonly Range[] = [
  '169.254.0.0/16',
  'fe80::/10',
  'fd00:ec2::254/128',
  'fd20:ce::254/128',
  '100.100.100.200/32',
  '192.0.0.192/32',
  '168.63.129.16/32',
].map((range) => ipaddr.parseCIDR(range));

/** The last 64 bits of an ISATAP address (RFC 5214) hold an IPv4 address, whatever stands before them. */
const isIsatap = (address: Address): boolean => {
  if (!('parts' in address)) return false;
  const [, , , , flags, mark] = address.parts;
  return (flags === 0 || flags === 0x200) && mark === 0x5efe;
};

export const isMetadata = (address: Address): boolean =>
  METADATA.some((range) => within(address, range));

/**
 * Whether everybody on the internet means the same machine by it. Not so: loopback, private, link-local, unique-local,
 * shared, multicast, broadcast, reserved, documentation, and tunnels that carry an IPv4 address.
 */
export const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' &&
  !isMetadata(address) &&
  !isIsatap(address) &&
  (address.kind() === 'ipv4' || within(address, GLOBAL_UNICAST));
