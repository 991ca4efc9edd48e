import { listHtml, pageHtml, readBody } from './inbox_html';
import type { InboxMessage } from './inbox_store';

const message = (changes: Partial<InboxMessage>): InboxMessage => ({
  id: 7,
  received_at: Date.UTC(2024, 4, 31, 12, 0, 0),
  method: 'POST',
  path: '/demo/inbox/receive',
  headers: { 'x-watchkeeper-key': 'k' },
  body: 'plain text',
  truncated: false,
  ...changes,
});

describe('the page of the inbox', () => {
  it('lays JSON out and finds its subject and text', () => {
    expect(readBody('{"subject":"S","message":"a\\nb"}')).toEqual({
      body: '{\n  "subject": "S",\n  "message": "a\\nb"\n}',
      subject: 'S',
      text: 'a\nb',
    });
  });

  it('shows a body that is not JSON as it came', () => {
    expect(readBody('{"half":').body).toBe('{"half":');
  });

  it('shows a JSON list without looking for a subject in it', () => {
    expect(readBody('[1]')).toEqual({ body: '[\n  1\n]' });
  });

  it('names a message without a subject by its first line that is not empty', () => {
    expect(listHtml([message({ body: '\n  > Find Pods\nmore' })])).toContain(
      '&gt; Find Pods</span>'
    );
  });

  it('lets no part of a message become markup', () => {
    const html = listHtml([
      message({
        method: '<i>',
        path: '/<b>"',
        headers: { '<x>': '<script>1</script>' },
        body: '{"subject":"<script>2</script>"}',
      }),
    ]);
    expect(html).not.toMatch(/<script|<i>|<b>|<x>/);
  });

  it('has no inline script or style, which the content policy would refuse', () => {
    const html = pageHtml([message({})], [], '/base');
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|style=|onclick=/);
    expect(html).toContain('href="/base/demo/inbox/inbox.css"');
  });

  it('says where messages will come from while there are none', () => {
    expect(listHtml([])).toContain('No messages yet');
  });
});
