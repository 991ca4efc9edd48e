import { readPolicyDocuments } from '../../import/policy_documents';
import type { JsonObject } from '../../json/record';
import { exportedText, terraformText } from './export';

const policy = (description: string): JsonObject => ({
  ...{ description, default_state: 'a', schema_version: 5, last_updated_time: 7 },
  states: [
    {
      name: 'a',
      actions: [{ retry: { count: 3, backoff: 'exponential', delay: '1m' }, delete: {} }],
    },
  ],
});

describe('policies that go out', () => {
  it('come back as they went, without what the server fills in', () => {
    const text = exportedText([
      { id: 'one', body: policy('first') },
      { id: 'two', body: policy('second') },
    ]);
    const { policies } = readPolicyDocuments(text);
    expect(policies.map(({ id, body }) => [id, body.description])).toEqual([
      ['one', 'first'],
      ['two', 'second'],
    ]);
    expect(text).not.toMatch(/schema_version|last_updated_time|exponential/);
  });

  it('are one request, where there is but one', () => {
    expect(JSON.parse(exportedText([{ id: 'one', body: policy('d') }]))).toHaveProperty('policy');
  });

  it('are resources of Terraform under names that it takes, with nothing in them that it would fill in', () => {
    const text = terraformText([
      { id: '7 days', body: policy('${not} %{this}') },
      { id: '7_days', body: policy('d') },
    ]);
    expect(text).toContain('resource "opensearch_ism_policy" "policy_7_days" {');
    expect(text).toContain('resource "opensearch_ism_policy" "policy_7_days_2" {');
    expect(text).toContain('policy_id = "7 days"');
    expect(text).toContain('"$${not} %%{this}"');
    const [, body] = /<<JSON\n([\s\S]*?)JSON\n\}/.exec(text) ?? [];
    expect(JSON.parse(body)).toHaveProperty('policy.default_state', 'a');
  });
});
