import { BlockList, isIP, isIPv4 } from 'node:net';
import fc from 'fast-check';
import { addressOf, isAllowed, isLiteral, parseAllowList } from './address_rules';

/** A second opinion: IANA's registries of special-purpose addresses, and what stands beside them. */
const specialV4 = new BlockList();
/** Apart from the other: a list takes an IPv4 address for the one that it is mapped to. */
const specialV6 = new BlockList();
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
]) {
  const [base, bits] = range.split('/');
  specialV4.addSubnet(base, Number(bits), 'ipv4');
}
for (const range of [
  ...['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['2620:4f:8000::/48', '3fff::/20'],
]) {
  const [base, bits] = range.split('/');
  specialV6.addSubnet(base, Number(bits), 'ipv6');
}

const nothing = parseAllowList([]);
const letThrough = (address: string) => isAllowed(nothing, address, address, 443);

const BOUNDARIES = [
  ...[0x0a000000, 0x64400000, 0x64800000, 0x7f000000, 0xa9fe0000, 0xac100000, 0xac200000],
  ...[0xc0000000, 0xc0000200, 0xc0586300, 0xc0a80000, 0xc6120000, 0xc6336400, 0xcb007100],
  ...[0xe0000000, 0xf0000000, 0xffffffff, 0xa83f8110],
];
/** Anywhere, and often just at the edge of a range. */
const v4 = fc.oneof(
  fc.nat(0xffffffff),
  fc
    .tuple(fc.constantFrom(...BOUNDARIES), fc.integer({ min: -2, max: 2 }))
    .map(([base, off]) => (base + off + 2 ** 32) % 2 ** 32)
);
const dotted = (n: number): string =>
  [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].join('.');

/** One of the notations that `inet_aton` and browsers take: so many parts, each in a base of its own. */
const notation = (n: number, parts: number, bases: readonly string[]): string => {
  const written = (value: number, i: number): string => {
    if (bases[i] === 'hex') return `0x${value.toString(16)}`;
    return bases[i] === 'octal' ? `0${value.toString(8)}` : String(value);
  };
  const bytes = [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  const last = bytes.slice(parts - 1).reduce((sum, byte) => sum * 256 + byte, 0);
  return [...bytes.slice(0, parts - 1), last].map(written).join('.');
};
const notations = fc.tuple(
  v4,
  fc.integer({ min: 1, max: 4 }),
  fc.array(fc.constantFrom('decimal', 'octal', 'hex'), { minLength: 4, maxLength: 4 })
);

const PREFIXES = [
  '',
  '2001:',
  '2001:db8:',
  '2002:',
  'fe80:',
  'fd00:',
  '64:ff9b:',
  'ff02:',
  '3fff:',
  '2606:',
];
const v6 = fc
  .tuple(
    fc.constantFrom(...PREFIXES),
    fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 })
  )
  .map(([prefix, groups]) => {
    const given = prefix.split(':').filter(Boolean);
    return [...given, ...groups.slice(given.length).map((group) => group.toString(16))].join(':');
  });

describe('the rules of addresses', () => {
  it('agree with a second opinion on every IPv4 address', () => {
    fc.assert(
      fc.property(v4, (n) => {
        const address = dotted(n);
        expect(letThrough(address)).toBe(!specialV4.check(address, 'ipv4'));
      }),
      { numRuns: 5000 }
    );
  });

  it('see the same address behind each notation that a URL may have', () => {
    fc.assert(
      fc.property(notations, ([n, parts, bases]) => {
        const { hostname } = new URL(`http://${notation(n, parts, bases)}/`);
        expect(hostname).toBe(dotted(n));
        expect(letThrough(hostname)).toBe(!specialV4.check(dotted(n), 'ipv4'));
      }),
      { numRuns: 2000 }
    );
  });

  it('see the IPv4 address that is mapped into IPv6', () => {
    fc.assert(
      fc.property(v4, fc.boolean(), (n, inHex) => {
        const hex = `${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}`;
        const mapped = `::ffff:${inHex ? hex : dotted(n)}`;
        expect(letThrough(mapped)).toBe(!specialV4.check(dotted(n), 'ipv4'));
      }),
      { numRuns: 2000 }
    );
  });

  it('agree with a second opinion on every IPv6 address, but for ISATAP', () => {
    fc.assert(
      fc.property(v6, (address) => {
        const mapped = addressOf(address)?.kind() === 'ipv4';
        const isatap = /^([0-9a-f]+:){4}(0|200):5efe:/.test(address);
        fc.pre(!mapped && !isatap);
        expect(letThrough(address)).toBe(!specialV6.check(address, 'ipv6'));
      }),
      { numRuns: 5000 }
    );
  });

  it('let nothing through that a socket takes for an address and they cannot read', () => {
    const characters = fc.constantFrom(...'0123456789abcdefx.:%[]/-');
    const near = fc.array(characters, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(near, fc.ipV4Extended(), fc.ipV6(), fc.string()), (text) => {
        if (isIP(text) !== 0) expect(isLiteral(text)).toBe(true);
        if (addressOf(text) === undefined) expect(letThrough(text)).toBe(false);
      }),
      { numRuns: 5000 }
    );
  });
});

describe('a range of the configuration', () => {
  const cidr = fc.oneof(
    fc.tuple(v4.map(dotted), fc.integer({ min: 0, max: 32 })),
    fc.tuple(v6, fc.integer({ min: 0, max: 128 }))
  );

  it('covers what a second opinion says it covers, as allowed and as denied', () => {
    fc.assert(
      fc.property(cidr, fc.oneof(v4.map(dotted), v6), ([base, bits], address) => {
        const family = isIPv4(base) ? 'ipv4' : 'ipv6';
        const kind = isIPv4(address) ? 'ipv4' : 'ipv6';
        fc.pre(addressOf(base)?.kind() === family && addressOf(address)?.kind() === kind);
        const range = new BlockList();
        range.addSubnet(base, bits, family);
        const covered = kind === family && range.check(address, kind);
        const asAllowed = parseAllowList([`${base}/${bits}`]);
        const asDenied = parseAllowList(['0.0.0.0/0', '::/0'], [`${base}/${bits}`]);
        expect(isAllowed(asAllowed, 'host', address, 1)).toBe(covered || letThrough(address));
        expect(isAllowed(asDenied, 'host', address, 1)).toBe(!covered);
      }),
      { numRuns: 3000 }
    );
  });

  it('is read or told of, whatever is written, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (entry) => {
        const { rules, problems } = parseAllowList([entry]);
        expect(rules.length + problems.length).toBe(1);
      }),
      { numRuns: 3000 }
    );
  });
});
