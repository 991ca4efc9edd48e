import { isAllowed, parseAllowList } from './address_rules';

const nothing = parseAllowList([]);
const allowed = (address: string, entries: string[] = [], { host = address, port = 443 } = {}) =>
  isAllowed(parseAllowList(entries), host, address, port);

describe('addresses that are not public', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.255.254'],
    ['this host', '0.0.0.0'],
    ['private, 10/8', '10.1.2.3'],
    ['private, 172.16/12', '172.31.255.255'],
    ['private, 192.168/16', '192.168.0.1'],
    ['the metadata service', '169.254.169.254'],
    ['shared (carrier-grade NAT)', '100.64.0.1'],
    ['for protocols', '192.0.0.170'],
    ['for benchmarks', '198.18.0.1'],
    ['for documentation', '203.0.113.7'],
    ['multicast', '224.0.0.251'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['loopback of IPv6', '::1'],
    ['unspecified of IPv6', '::'],
    ['link-local of IPv6', 'fe80::1'],
    ['unique-local', 'fd00:ec2::254'],
    ['site-local', 'fec0::1'],
    ['multicast of IPv6', 'ff02::1'],
    ['loopback, mapped into IPv6', '::ffff:127.0.0.1'],
    ['private, mapped into IPv6 in hexadecimal', '::ffff:a00:1'],
    ['loopback, compatible IPv6', '::7f00:1'],
    ['private behind NAT64', '64:ff9b::a00:1'],
    ['private behind 6to4', '2002:a00:1::'],
    ['Teredo', '2001:0:1::1'],
    ['documentation of IPv6', '2001:db8::1'],
    ['not given out to anybody', '4000::1'],
    ['no address at all', 'localhost'],
  ])('are refused: %s (%s)', (_what, address) => {
    expect(isAllowed(nothing, address, address, 443)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '172.15.0.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
    'do not include %s',
    (address) => {
      expect(isAllowed(nothing, address, address, 443)).toBe(true);
    }
  );
});

describe('what the configuration allows', () => {
  it('is one address by itself', () => {
    expect(allowed('10.0.0.1', ['10.0.0.1'])).toBe(true);
    expect(allowed('10.0.0.2', ['10.0.0.1'])).toBe(false);
  });

  it('is an address with a port', () => {
    expect(allowed('127.0.0.1', ['127.0.0.1:8080'], { port: 8080 })).toBe(true);
    expect(allowed('127.0.0.1', ['127.0.0.1:8080'], { port: 8081 })).toBe(false);
  });

  it('is a range', () => {
    expect(allowed('10.200.3.4', ['10.0.0.0/8'])).toBe(true);
    expect(allowed('11.0.0.1', ['127.0.0.0/8'])).toBe(true);
    expect(allowed('fd00::17', ['fd00::/8'])).toBe(true);
    expect(allowed('192.168.0.1', ['10.0.0.0/8', 'fd00::/8'])).toBe(false);
  });

  it('covers an IPv4 address that comes mapped into IPv6', () => {
    expect(allowed('::ffff:10.0.0.1', ['10.0.0.0/8'])).toBe(true);
  });

  it('is an IPv6 address with and without brackets', () => {
    expect(allowed('::1', ['::1'], { port: 9 })).toBe(true);
    expect(allowed('::1', ['[::1]:8080'], { port: 8080 })).toBe(true);
    expect(allowed('::1', ['[::1]:8080'], { port: 8081 })).toBe(false);
  });

  it('is a host by the name in the URL, whatever it resolves to', () => {
    const inbox = { host: 'inbox.internal', port: 8025 };
    expect(allowed('10.0.0.1', ['inbox.internal'], inbox)).toBe(true);
    expect(allowed('10.0.0.1', ['Inbox.Internal.'], inbox)).toBe(true);
    expect(allowed('10.0.0.1', ['inbox.internal:8025'], inbox)).toBe(true);
    expect(allowed('10.0.0.1', ['inbox.internal:80'], inbox)).toBe(false);
    expect(allowed('10.0.0.1', ['internal'], inbox)).toBe(false);
    expect(allowed('10.0.0.1', ['other.internal'], inbox)).toBe(false);
  });

  it('is every name below a suffix, at any depth, and not the suffix itself', () => {
    const under = (host: string) => allowed('10.0.0.1', ['*.svc.internal'], { host });
    expect([under('a.svc.internal'), under('A.B.svc.internal.')]).toEqual([true, true]);
    expect([under('svc.internal'), under('asvc.internal'), under('a.svc.internal.evil')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(allowed('10.0.0.1', ['*.svc.internal:80'], { host: 'a.svc.internal' })).toBe(false);
  });

  it('is a range of IPv4 that is written as one of IPv6', () => {
    expect(allowed('10.0.0.1', ['::ffff:10.0.0.0/104'])).toBe(true);
    expect(allowed('11.0.0.1', ['::ffff:10.0.0.0/104'])).toBe(true);
    expect(allowed('127.0.0.1', ['::ffff:10.0.0.0/104'])).toBe(false);
  });

  it.each(['169.254.169.254', 'fe80::1', 'fd00:ec2::254', '100.100.100.200', '168.63.129.16'])(
    'opens the metadata service at %s only by its address, since a name may lead anywhere tomorrow',
    (address) => {
      expect(allowed(address, ['hook.internal', '*.internal'], { host: 'hook.internal' })).toBe(
        false
      );
      expect(allowed(address, [address], { host: 'hook.internal' })).toBe(true);
    }
  );

  it.each(['http://inbox', '10.0.0.0/40', 'inbox:0', 'inbox:99999', '*', '*.', 'a.*.b', '', 'a b'])(
    'is nothing when it reads "%s", and that is said',
    (entry) => {
      const { rules, problems } = parseAllowList([entry]);
      expect(rules).toEqual([]);
      expect(problems).toEqual([expect.stringContaining(`"${entry}"`)]);
    }
  );
});

describe('what the configuration denies', () => {
  const denied = (entry: string, address: string, host = address, port = 443) =>
    !isAllowed(parseAllowList(['10.0.0.0/8', 'inbox.internal'], [entry]), host, address, port);

  it('is refused although it is public', () => {
    expect(denied('8.8.8.0/24', '8.8.8.8')).toBe(true);
    expect(denied('8.8.8.0/24', '8.8.4.4')).toBe(false);
    expect(denied('8.8.8.8:80', '8.8.8.8')).toBe(false);
    expect(denied('2606:4700::/32', '2606:4700:4700::1111')).toBe(true);
  });

  it('is refused although it is allowed', () => {
    expect(denied('10.9.0.0/16', '10.9.0.1')).toBe(true);
    expect(denied('10.9.0.0/16', '10.8.0.1')).toBe(false);
    expect(denied('10.9.0.0/16', '10.9.0.1', 'inbox.internal')).toBe(true);
    expect(denied('inbox.internal', '10.8.0.1', 'inbox.internal')).toBe(true);
  });

  it('is a host by its name, with or without a dot at the end, and all below a suffix', () => {
    expect(denied('rival.example', '8.8.8.8', 'Rival.example.')).toBe(true);
    expect(denied('*.example', '8.8.8.8', 'deep.rival.example')).toBe(true);
    expect(denied('*.example', '8.8.8.8', 'example.org')).toBe(false);
  });

  it('is found in an address that hides in IPv6', () => {
    expect(denied('8.8.8.0/24', '::ffff:8.8.8.8')).toBe(true);
    expect(denied('::ffff:8.8.8.0/120', '8.8.8.8')).toBe(true);
  });

  it('is nothing where it cannot be read, and that is said', () => {
    expect(parseAllowList([], ['http://x']).problems).toEqual([
      expect.stringContaining('outbound.deny'),
    ]);
  });
});
