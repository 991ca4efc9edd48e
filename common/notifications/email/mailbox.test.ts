import fc from 'fast-check';
import { mailboxSchema, parseMailbox } from './mailbox';

describe('an address of e-mail', () => {
  it.each([
    ['jane@example.com', '', 'jane@example.com'],
    [' jane+tag@mail.example.com ', '', 'jane+tag@mail.example.com'],
    ['Jane Doe <jane@example.com>', 'Jane Doe', 'jane@example.com'],
    ['"Doe, Jane" <jane@example.com>', 'Doe, Jane', 'jane@example.com'],
    ['"A \\"B\\"" <jane@example.com>', 'A "B"', 'jane@example.com'],
    ['<jane@example.com>', '', 'jane@example.com'],
    ['运维 <ops@例子.中国>', '运维', 'ops@例子.中国'],
    ['root@localhost', '', 'root@localhost'],
  ])('%s', (written, name, address) => {
    expect(parseMailbox(written)).toEqual({ name, address });
  });

  it.each([
    '',
    'jane',
    'jane@',
    '@example.com',
    'jane@example.com, john@example.com',
    'Jane <jane@example.com',
    'Doe, Jane <jane@example.com>',
    'jane@exa mple.com',
    'jane@example.com\r\nBcc: x@example.com',
    'Jane\n <jane@example.com>',
    'jane@-example.com',
    'a..b@example.com',
    `${'a'.repeat(250)}@example.com`,
    'x <a@b.c> <d@e.f>',
  ])('is not %j', (written) => {
    expect(parseMailbox(written)).toBeUndefined();
  });

  it('says that there are several in one line', () => {
    const { error } = mailboxSchema.safeParse('a@example.com; b@example.com');
    expect(error?.issues[0].message).toBe('Give one address a line.');
  });

  it('never holds what ends a line or an address, whatever is written', () => {
    const piece = fc.constantFrom(
      'a',
      '@',
      '.',
      '<',
      '>',
      '"',
      ',',
      '\r',
      '\n',
      ' ',
      '\\',
      ':',
      '\u2028'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const mailbox = parseMailbox(pieces.join(''));
        if (!mailbox) return;
        expect(mailbox.address).toMatch(/^[^\s<>,"]+@[^\s<>,"@]+$/);
        expect(mailbox.name).not.toMatch(/[\r\n\u2028]/);
      })
    );
  });
});
