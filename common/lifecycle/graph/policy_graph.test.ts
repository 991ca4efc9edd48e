import { parseLossless } from '../../json/lossless';
import { policyBody } from '../policy/policy_body';
import { readPolicy } from '../policy/read_policy';
import { recordedText } from '../testing/recorded';
import { policyGraph } from './policy_graph';

const graphOf = (states: unknown[], start = 'a') =>
  policyGraph(readPolicy({ default_state: start, states }));

describe('the graph of a policy', () => {
  it('has the seed’s states in a row, with its start and its end', () => {
    const seed = policyBody(parseLossless(recordedText('seed_policy.json')));
    const { nodes, edges } = policyGraph(readPolicy(seed));
    expect(nodes).toEqual([
      expect.objectContaining({ name: 'hot', isStart: true, isReachable: true }),
      expect.objectContaining({ name: 'warm', isStart: false, isReachable: true }),
      expect.objectContaining({ name: 'delete', end: 'deleted' }),
    ]);
    expect(edges.map(({ from, to }) => [from, to])).toEqual([
      ['0', '1'],
      ['1', '2'],
    ]);
    expect(nodes[0]).not.toHaveProperty('end');
  });

  it('marks what no index comes to, and where a policy ends without a deletion', () => {
    const { nodes } = graphOf([{ name: 'a' }, { name: 'b', transitions: [{ state_name: 'a' }] }]);
    expect(nodes).toEqual([
      expect.objectContaining({ name: 'a', end: 'completed' }),
      expect.objectContaining({ name: 'b', isReachable: false }),
    ]);
  });

  it('has a node for a state that is named and missing, once', () => {
    const lead = [{ state_name: 'x' }, { state_name: 'x' }];
    const { nodes, edges } = graphOf([{ name: 'a', transitions: lead }]);
    expect(nodes[1]).toEqual({ kind: 'missing', key: 'missing:x', name: 'x' });
    expect(nodes).toHaveLength(2);
    expect(edges.map(({ to }) => to)).toEqual(['missing:x', 'missing:x']);
  });

  it('leads to the first of two states of one name', () => {
    const { nodes, edges } = graphOf([
      { name: 'a', transitions: [{ state_name: 'b' }] },
      { name: 'b' },
      { name: 'b' },
    ]);
    expect(nodes).toHaveLength(3);
    expect(edges.map(({ to }) => to)).toEqual(['1']);
  });
});
