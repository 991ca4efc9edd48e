import fc from 'fast-check';
import { MESSAGE_EVENTS } from '../message_facts';
import type { MessageFacts } from '../message_facts';
import { sampleMessage } from '../compose/samples';
import type { SampleOptions } from '../compose/samples';
import type { MessageContent } from '../kinds/message_content';
import { TemplateError } from '../templates/template';
import { emailOf } from './email';
import type { EmailSettings } from './email';
import { previewHtml } from './preview_html';
import { SAMPLE_HTML } from './sample_template';

const SETTINGS: EmailSettings = {
  ...{ from: 'Watchkeeper <alerts@example.com>', to: ['jane@example.com'] },
  ...{ format: 'html', threading: 'alert' },
};

const said = (
  event: MessageFacts['event'] = 'firing',
  options?: SampleOptions
): MessageContent => ({
  ...sampleMessage(event, options),
  alert_ids: [],
});

const mail = (settings: Partial<EmailSettings> = {}, content = said()) =>
  emailOf({ ...SETTINGS, ...settings }, content);

/** A message every text of which is this one. */
const saturated = (text: string): MessageContent => {
  const content = said('firing', { count: 2 });
  const { facts } = content;
  if (!facts) throw new Error('no facts');
  const alerts = facts.alerts.map((alert) => ({
    ...alert,
    group: [{ field: text, value: text }],
    labels: { [text]: text, team: text },
    annotations: { [text]: text, summary: text },
    ...{ value: text, url: text },
  }));
  return {
    ...content,
    ...{ subject: text, message: text, monitor_name: text, trigger_name: text },
    facts: {
      ...facts,
      ...{ alerts, summary: text, url: text, runbook_url: text, owner: text, tags: [text] },
      ...{ by: text, comment: text },
    },
  };
};

const tagsOf = (html: string): string[] =>
  [...html.matchAll(/<\/?([a-zA-Z!][^\s/>]*)/g)].map(([, name]) => name);

/** Attributes, apart from what is in them. */
const namesIn = (html: string): string => html.replace(/"[^"]*"/g, '""');

describe('the HTML of a mail', () => {
  it('says what, where, since when and where to look', () => {
    const { html = '', text } = mail();
    for (const part of ['Firing: Errors are high (web-1)', 'Checkout', 'web-1', 'team shop']) {
      expect(html).toContain(part);
    }
    expect(html).toContain('href="https://wiki.example.com/checkout"');
    expect(html).toContain('background-color:#bd271e');
    expect(text).toContain('https://dashboards.example.com/app/watchkeeper_alerts/sample.1.0');
  });

  it('looks different for every event', () => {
    const bodies = MESSAGE_EVENTS.map((event) => mail({}, said(event)).html);
    expect(new Set(bodies).size).toBe(MESSAGE_EVENTS.length);
  });

  it('lists several alerts and says how many there are beyond', () => {
    const { facts, ...content } = said('firing', { count: 3 });
    if (!facts) throw new Error('no facts');
    const { html } = mail({}, { ...content, facts: { ...facts, alert_count: 50 } });
    expect(html).toContain('host: web-2');
    expect(html).toContain('and 47 more');
  });

  it('has the author’s text with its lines and addresses, and the links that it does not have', () => {
    const ownText = 'Look at\n  https://x.test/a?b=1&c=2.\n<b>now</b>';
    const { html = '', text } = mail({}, said('firing', { ownText }));
    expect(html).toContain('Look at<br>\n&nbsp;&nbsp;<a href="https://x.test/a?b=1&amp;c=2"');
    expect(html).toContain('&lt;b&gt;now&lt;/b&gt;');
    expect(text).toBe(
      `${ownText}\n\nOpen the alert: https://dashboards.example.com/app/watchkeeper_alerts/sample.1.0\nRunbook: https://wiki.example.com/checkout`
    );
  });

  const hostile = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='x",
      'javascript:alert(1)',
      '</td></table><iframe src=//x>',
      '<!--',
      '&lt;',
      'https://x.test/"onclick="x'
    ),
    fc.string()
  );

  it('takes no text of a message for HTML', () => {
    const expected = new Set(tagsOf(mail({}, saturated('https://x.test/')).html ?? ''));
    fc.assert(
      fc.property(hostile, (text) => {
        const { html = '' } = mail({}, saturated(text));
        for (const tag of tagsOf(html)) expect(expected).toContain(tag);
        expect(namesIn(html)).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
        for (const [, url] of html.matchAll(/href="([^"]*)"/g)) {
          expect(url).toMatch(/^(https?:\/\/|mailto:)/i);
        }
      })
    );
  });

  it('takes none for HTML in a template of one’s own either', () => {
    const template = `${SAMPLE_HTML}<p title="{{title}}">{{#toJson}}alerts{{/toJson}}{{#join}}tags{{/join}}</p>`;
    const tags = tagsOf(mail({ template }, saturated('https://x.test/')).html ?? '');
    fc.assert(
      fc.property(hostile, (text) => {
        const { html = '' } = mail({ template }, saturated(text));
        // Sections are left out where a text is empty; nothing is ever added.
        expect(tags).toEqual(expect.arrayContaining(tagsOf(html)));
        expect(namesIn(html)).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
      })
    );
  });

  it('is not there where only text is wanted', () => {
    expect(mail({ format: 'text', template: '{{' })).not.toHaveProperty('html');
  });

  it('of a template that cannot be rendered is an error', () => {
    expect(() => mail({ template: '{{#a}}' })).toThrow(TemplateError);
  });

  it('says that a mail is too large to be shown whole, and cuts what nobody would take', () => {
    const { notes } = mail({}, said('firing', { ownText: 'x'.repeat(200_000) }));
    expect(notes).toEqual([expect.stringContaining('102 kB')]);
    const huge = mail({ format: 'text' }, said('firing', { ownText: '𝄞'.repeat(400_000) }));
    expect(huge.notes).toHaveLength(1);
    expect(huge.text.length).toBeLessThan(1_001_000);
  });
});

describe('the head of a mail', () => {
  it('has no line end, whatever a message holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\0'), (text, end) => {
        const content = { ...saturated(`${text}${end}Bcc: evil@example.com`), id: `${text}${end}` };
        const { subject, messageId, thread, headers } = mail({ subject_prefix: '[ops]' }, content);
        const written = [subject, messageId, thread, ...headers.map(({ value }) => value)].join('');
        expect(written).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(messageId).toMatch(/^<[A-Za-z0-9._-]*@example\.com>$/);
      })
    );
  });

  it('has the prefix before the subject, which ends somewhere', () => {
    expect(mail({ subject_prefix: '[ops]' }).subject).toBe('[ops] Firing: Errors are high (web-1)');
    expect(mail({}, { ...said(), subject: 'x'.repeat(2000) }).subject).toHaveLength(250);
  });

  it('names one thread for all that is said of an alert, one a day, or none', () => {
    const at = Date.UTC(2026, 0, 2, 23, 59);
    const threadOf = (
      threading: EmailSettings['threading'],
      event: 'firing' | 'resolved' | 'test'
    ) => mail({ threading }, { ...said(event), created_at: at }).thread;
    expect(threadOf('alert', 'firing')).toBe('<a-sample-of-an-alert.thread@example.com>');
    expect(threadOf('alert', 'resolved')).toBe(threadOf('alert', 'firing'));
    expect(threadOf('daily', 'firing')).toContain('2026-01-02');
    expect(threadOf('none', 'firing')).toBeUndefined();
    expect(threadOf('alert', 'test')).toBeUndefined();
  });

  it('takes headers of an author, but none that are ours', () => {
    const own = ['List-Id: <ops.example.com>', 'Auto-Submitted: no', 'Bcc: x@example.com'];
    expect(mail({ extra_headers: own }).headers).toEqual([
      { name: 'List-Id', value: '<ops.example.com>' },
      { name: 'Auto-Submitted', value: 'no' },
    ]);
  });
});

describe('the preview of a mail', () => {
  it('is its HTML in the light or in the dark, in which nothing is loaded', () => {
    const { html = '' } = mail();
    const [light, dark] = [previewHtml(html, 'light'), previewHtml(html, 'dark')];
    expect(light).toContain('@media (max-width: 0px)');
    expect(dark).toContain('@media (min-width: 0px)');
    for (const shown of [light, previewHtml('no head', 'light')]) {
      expect(shown).toContain("default-src 'none'");
    }
  });
});
