import fc from 'fast-check';
import { parseInput } from '../../parse';
import { MESSAGE_EVENTS } from '../message_facts';
import type { MessageFacts } from '../message_facts';
import { sampleMessage } from '../compose/samples';
import { INVISIBLE } from './chat/markup';
import { wordsOf } from './chat/read_markdown';
import type { ChatLook } from './chat/chat_look';
import { utf8Length } from './cut';
import { describeDestination } from './destination_secrets';
import { lookOf, renderWire, saveDestinationSchema } from './registry';
import type { Destination, SaveDestination } from './registry';
import type { Block, Inline } from './slack_mrkdwn';
import { CHAT_FORMS } from './testing/chat_recordings';

const destinationOf = (form: SaveDestination): Destination => {
  const parsed = parseInput(saveDestinationSchema, form);
  return describeDestination(parsed, parsed.secrets);
};

const DESTINATIONS = CHAT_FORMS.map(destinationOf).map((destination): [string, Destination] => {
  const { message_type: type, via } = destination as { message_type?: string; via?: string };
  return [
    [destination.type, type, via].filter((part) => part !== undefined).join(' '),
    destination,
  ];
});

const inlinesOf = (blocks: readonly Block[]): Inline[] =>
  blocks.flatMap((block): Inline[] => {
    if (block.kind === 'quote') return block.lines.flat();
    if (block.kind === 'code') return [{ kind: 'code', text: block.text }];
    return block.kind === 'item'
      ? [{ kind: 'text', text: `${block.mark} ` }, ...block.content]
      : block.content;
  });

const allInlines = (look: ChatLook): Inline[] => [
  ...inlinesOf(look.above ?? []),
  ...inlinesOf(look.text),
  ...look.fields.flatMap(({ value }) => value),
];

const flat = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((inline) => ['content' in inline ? flat(inline.content) : [], inline].flat());

const shown = (look: ChatLook): string =>
  [
    look.title?.text ?? '',
    ...inlinesOf(look.text).map((inline) => wordsOf([inline])),
    ...look.fields.map(({ name, value }) => `${name} ${wordsOf(value)}`),
  ].join('\n');

const bare = (text: string): string =>
  text
    .split(INVISIBLE)
    .join('')
    .replace(/\u02cb/g, '`')
    .replace(/\s+/g, ' ');

/** Whatever means something to one of them. */
const PIECES = [
  ...['@everyone', '@here', '@all', '<!channel>', '<@U1>', '<at user_id="all">all</at>'],
  ...['<at id=all></at>', '<users/all>', '<@all>', '**', '*', '_', '__', '~~', '`', '```'],
  ...['[text](', 'https://evil.test', ')', '<a href="https://evil.test">', '</a>', '<b>', '</b>'],
  ...['&lt;', '&', '"', '\\', '{{x}}', '#', '# ', '> ', '- ', '1. ', '|', ' ', 'word', '\u0000'],
  ...['<font color="info">', '</font>', '<https://evil.test|link>', '$', '¦', '\t', '={3}'],
];

const labelled = (value: string) => {
  const { facts, ...content } = sampleMessage('firing');
  const [alert] = facts.alerts;
  const group = [{ field: 'path', value }];
  const changed: MessageFacts = {
    ...facts,
    alerts: [{ ...alert, group, labels: { path: value } }],
    summary: `Errors are high (${value})`,
  };
  return { ...content, facts: changed };
};

describe.each(DESTINATIONS)('a label in a message for %s', (_name, destination) => {
  it('is shown to the letter, calls nobody and leads nowhere, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }),
        (pieces) => {
          const value = `a${pieces.join('')}z`;
          const content = labelled(value);
          const look = lookOf(destination, content);
          if (!look) throw new Error('It has no look.');
          const inlines = flat(allInlines(look));
          expect(inlines.filter(({ kind }) => kind === 'mention')).toEqual([]);
          const links = inlines.flatMap((inline) =>
            inline.kind === 'link' && inline.text !== inline.url ? [inline.url] : []
          );
          for (const url of links) expect(url).not.toContain('evil.test');
          // Slack knows no escape for what makes a text bold, so a mark may be missing.
          const marks = destination.type === 'slack' ? /[*_~`]/g : /(?!)/g;
          expect(bare(shown(look)).replace(marks, '')).toContain(
            bare(value).trim().replace(marks, '')
          );
        }
      ),
      { numRuns: 150 }
    );
  });
});

const NAMES = /(?:^|[^\p{L}\p{N}])@(?:everyone|here|all|channel)/u;

/** What calls somebody, by the vendors' documents. */
const CALLS: Partial<Record<string, RegExp>> = {
  slack: /<[!@]/,
  wecom: /<@|mentioned/,
  feishu: /<at/,
  // These need a list beside the text.
  dingtalk: /"at"|isAtAll/,
  teams: /"entities"|"mention"/,
  // Embeds call nobody; the text above is only what the destination says.
  discord: /"content":"[^"]|"parse":\["/,
  googlechat: /<users/,
  ...{ telegram: NAMES, mattermost: NAMES, rocketchat: NAMES, webex: NAMES, chime: NAMES },
};

describe('what goes over the wire', () => {
  it.each(DESTINATIONS)('to %s holds no call of a label, and is JSON', (_name, destination) => {
    const value = 'x @all @here @everyone <!channel> <@U1> <at id=all></at> <users/all> "quoted"';
    const { body = '' } = renderWire(destination, labelled(value));
    const written = JSON.stringify(JSON.parse(body));
    const call = CALLS[destination.type];
    if (!call) throw new Error(`How does one call somebody in ${destination.type}?`);
    // Headings of cards are plain text.
    expect(written.replace(/"header":\{.*?\}/, '')).not.toMatch(call);
  });

  it.each(DESTINATIONS)('to %s differs for every event, and says which', (_name, destination) => {
    const bodies = MESSAGE_EVENTS.map(
      (event) => renderWire(destination, sampleMessage(event)).body
    );
    expect(new Set(bodies).size).toBe(MESSAGE_EVENTS.length);
    expect(bodies[2]).toContain('Recovered: Errors are high');
    expect(bodies[1]).toContain('Acknowledged: Errors are high');
    expect(bodies[0]).toContain('dashboards.example.com');
    expect(bodies[0]).toContain('wiki.example.com/checkout');
  });
});

const sizes: Record<string, { most: number; of: (body: string) => number }> = {
  slack: {
    most: 40_000,
    of: (body) => {
      const { text, attachments } = JSON.parse(body);
      return attachments ? JSON.stringify(attachments).length : text.length;
    },
  },
  dingtalk: { most: 20_000, of: utf8Length },
  'wecom text': { most: 2048, of: (body) => utf8Length(JSON.parse(body).text.content) },
  'wecom markdown': { most: 4096, of: (body) => utf8Length(JSON.parse(body).markdown.content) },
  feishu: { most: 20_000, of: utf8Length },
  teams: { most: 28 * 1024, of: utf8Length },
  discord: { most: 4096, of: (body) => JSON.parse(body).embeds[0].description.length },
  telegram: {
    most: 4096,
    of: (body) =>
      JSON.parse(body)
        .text.replace(/<[^>]*>/g, '')
        .replace(/&\w+;/g, 'x').length,
  },
  mattermost: { most: 16_383, of: (body) => JSON.parse(body).attachments[0].text.length },
  rocketchat: { most: 5000, of: (body) => JSON.parse(body).attachments[0].text.length },
  googlechat: { most: 32_000, of: utf8Length },
  webex: { most: 7439, of: (body) => utf8Length(JSON.parse(body).markdown) },
  chime: { most: 4096, of: (body) => JSON.parse(body).Content.length },
};

const sizeOf = (name: string) => {
  const found = sizes[name] ?? sizes[name.split(' ')[0]];
  if (!found) throw new Error(`No limit for ${name}`);
  return found;
};

describe.each(DESTINATIONS)('a message that is too long for %s', (name, destination) => {
  const { most, of } = sizeOf(name);

  it.each(['our text', 'own text'])('is cut, whole characters alone, and says so: %s', (whose) => {
    const long = '火𝄞<&*"'.repeat(8000);
    const { facts, ...content } = sampleMessage('firing');
    const own = whose === 'own text';
    const message = {
      ...content,
      message: long,
      facts: own ? { ...facts, own_text: true, summary: undefined } : { ...facts, summary: long },
    };
    const { body = '', notes } = renderWire(destination, message);
    expect(of(body)).toBeLessThanOrEqual(most);
    expect(of(body)).toBeGreaterThan(most / 4);
    expect(body).toContain('cut from');
    expect(() => encodeURIComponent(body)).not.toThrow();
    expect(notes).toHaveLength(1);
  });

  it('first loses alerts of its list, and says how many', () => {
    const { facts, ...content } = sampleMessage('firing', { count: 3 });
    const alerts = Array.from({ length: 20 }, (_, index) => ({
      ...facts.alerts[0],
      id: `a${index}`,
      group: [{ field: 'path', value: `${index}-${'x'.repeat(Math.ceil(most / 10))}` }],
    }));
    const { body = '' } = renderWire(destination, {
      ...content,
      facts: { ...facts, alerts, alert_count: 20 },
    });
    expect(of(body)).toBeLessThanOrEqual(most);
    if (!name.includes('text')) expect(body).toMatch(/and \d+ more/);
    expect(body).toContain('Errors are high');
  });
});
