import { recordedText } from '../../../test/fixtures/ism/recordings';
import { parseLossless } from '../../json/lossless';
import type { JsonObject } from '../../json/record';
import { policyBody } from '../policy/policy_body';
import { readPolicy } from '../policy/read_policy';
import { simulateIndex } from '../simulate/simulate_index';
import { lintPolicy, RULES } from './lint_policy';
import type { Surroundings } from './surroundings';
import { CLUSTER_CASES } from './testing/cluster_cases';
import { END, NOW, facts, state, to } from './testing/lint_case';
import type { LintCase } from './testing/lint_case';
import { SHAPE_CASES } from './testing/shape_cases';

const CASES = [...SHAPE_CASES, ...CLUSTER_CASES];

const DAY = 86_400_000;

const SEED = policyBody(parseLossless(recordedText('seed_policy.json'))) as JsonObject;
const DAILY = [22, 23, 24].map((day) => ({
  facts: facts({ name: `cwl-app-2023.02.${day}`, uuid: String(day) }),
}));

describe("the seed's policy on daily indices", () => {
  const findings = lintPolicy(SEED, { now: NOW, indices: DAILY });
  const CLUSTER = { data_nodes: ['a', 'b', 'c'].map((name) => ({ name, attributes: {} })) };
  const told = lintPolicy(SEED, { now: NOW, indices: DAILY, ...CLUSTER }).map(({ rule, path }) => [
    rule,
    path.join('.'),
  ]);
  const repaired = findings.find(({ rule }) => rule === 'rollover_fails')?.repair?.apply(SEED);

  it('is told that its rollover must fail, so that nothing is ever deleted', () => {
    expect(findings[0]).toMatchObject({
      ...{ rule: 'rollover_fails', severity: 'error', path: ['states', 0, 'actions', 0] },
    });
    expect(findings[0].message).toContain('“cwl-app-2023.02.22” and 2 more');
    expect(findings[0].message).toContain('no rollover alias is set');
  });

  it('is told all of this, in this order', () => {
    expect(told).toEqual([
      ['rollover_fails', 'states.0.actions.0'],
      ['index_age_after_rollover', 'states.1.transitions.0.conditions'],
      ['too_many_replicas', 'states.1.actions.0.replica_count.number_of_replicas'],
      ['legacy_destination', 'states.2.actions.0.notification.destination'],
      ['notification_before_delete', 'states.2.actions.0'],
      ['delete_without_snapshot', 'states.2.actions.1'],
      ['existing_indices', 'ism_template.0'],
    ]);
  });

  it('is offered a repair that puts the age on the transition and leaves the rest as it is', () => {
    expect(repaired).toMatchObject({
      states: [
        {
          ...{ name: 'hot', actions: [] },
          transitions: [{ state_name: 'warm', conditions: { min_index_age: '3d' } }],
        },
        {},
        {},
      ],
    });
    const { states, ...rest } = SEED;
    expect(repaired).toMatchObject(rest);
    expect((repaired?.states as unknown[]).slice(1)).toEqual((states as unknown[]).slice(1));
  });

  it('deletes after fifteen days once it is repaired', () => {
    const errors = lintPolicy(repaired, { now: NOW, indices: DAILY });
    expect(errors.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [index] = DAILY;
    const options = { now: NOW, horizon: NOW + 60 * DAY };
    const { end } = simulateIndex(readPolicy(repaired), { ...index, written: false }, options);
    expect(end).toBe('deleted');
  });
});

/** A policy that nothing is wrong with. */
const GOOD = {
  ...{ description: 'd', default_state: 'a' },
  states: [
    state('a', [], to('b', { min_index_age: '1d' })),
    state(
      'b',
      [{ snapshot: { repository: 'r', snapshot: 's' } }],
      to('z', { min_index_age: '7d' })
    ),
    END,
  ],
};

const documentOf = ({ states, template, more }: LintCase): JsonObject =>
  parseLossless(
    JSON.stringify({
      ...{ description: 'd', default_state: 'a', states },
      ...(template ? { ism_template: template } : {}),
      ...more,
    })
  ) as JsonObject;

const lint = (lintCase: LintCase, document = documentOf(lintCase)) =>
  lintPolicy(document, { now: NOW, ...lintCase.around });

describe('the catalogue', () => {
  it('has a case for every rule', () => {
    const names = CASES.map(({ rule }) => rule).sort();
    expect(names).toEqual(RULES.map(({ name }) => name).sort());
  });

  it.each(CASES)('finds, where it is so: $rule', ({ rule, bad }) => {
    const found = lint(bad).filter((finding) => finding.rule === rule);
    expect(found).not.toEqual([]);
    for (const { message } of found) expect(message).toMatch(/^\S.*[.]$/);
  });

  it.each(CASES)('does not find, where it is not: $rule', ({ rule, good }) => {
    expect(lint(good).map((finding) => finding.rule)).not.toContain(rule);
    expect(lint(good).map((finding) => finding.rule)).not.toContain('refused');
  });

  it('finds nothing in a policy that is right, whatever is known of the cluster', () => {
    const around: Surroundings = {
      ...{ now: NOW, policy_id: 'p', repositories: ['r'], channels: [], denied_repositories: [] },
      ...{ data_nodes: [{ name: 'n', attributes: {} }], indices: [], templates: [] },
      cluster: { red: false },
    };
    expect(lintPolicy(GOOD, around)).toEqual([]);
    expect(lintPolicy(GOOD, { now: NOW })).toEqual([]);
  });

  it('never fails on what is no policy', () => {
    for (const document of [
      undefined,
      null,
      1,
      [],
      {},
      { states: [null, {}, { actions: [null] }] },
    ]) {
      expect(lintPolicy(document, { now: NOW })).not.toEqual([]);
    }
  });

  it('offers repairs that mend what they are offered for', () => {
    let mended = 0;
    for (const { rule, bad } of CASES) {
      const document = documentOf(bad);
      const [first] = lint(bad).filter((finding) => finding.rule === rule && finding.repair);
      const repaired = first?.repair?.apply(document);
      if (!repaired) continue;
      mended += 1;
      expect(lint(bad, repaired).map((finding) => finding.rule)).not.toContain(rule);
    }
    expect(mended).toBeGreaterThan(10);
  });
});
