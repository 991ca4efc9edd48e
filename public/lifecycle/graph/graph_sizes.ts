import type { Layout, Direction, Sizes } from '../../../common/lifecycle/graph/layout';
import { layoutGraph } from '../../../common/lifecycle/graph/layout';
import type { PolicyGraph } from '../../../common/lifecycle/graph/policy_graph';
import type { Policy } from '../../../common/lifecycle/policy/policy';
import { conditionWords, marksOf } from './graph_words';
import type { NodeMark } from './graph_words';

/** Pixels, as the styles of the graph have them. */
export const NODE_WIDTH = 230;
const PADDING = 18;
const NAME = 26;
const MARKS = 24;
const MARK_PADDING = 24;
const LINE = 18;
const LABEL = 26;
const LABEL_PADDING = 44;
/** The number of a transition, before its words. */
const NUMBER = 18;

/** So many actions are named in a node; the others are counted. */
export const MOST_LINES = 4;

/** Of letters as wide as those of Chinese and Korean, and of others. */
const WIDE = 13;
const NARROW = 6.6;

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? WIDE : NARROW), 0);

/** A state in which nothing is done and that nothing leads to. */
export const NEW_NODE = { width: NODE_WIDTH, height: PADDING + NAME + 2 * MARKS + LINE };

/** The rows that the marks of a node take. */
const rowsOf = (marks: readonly NodeMark[]): number => {
  const width = marks.reduce((sum, { text }) => sum + widthOf(text) + MARK_PADDING, 0);
  return Math.min(marks.length, Math.ceil(width / NODE_WIDTH));
};

const sizesOf = (policy: Policy, graph: PolicyGraph): Sizes => ({
  nodeSize: (key) => {
    const node = graph.nodes.find((each) => each.key === key);
    const actions = node?.kind === 'state' ? policy.states[node.place].actions.length : 0;
    const lines = actions > MOST_LINES ? MOST_LINES + 1 : Math.max(1, actions);
    const marks = node ? rowsOf(marksOf(node)) : 0;
    return { width: NODE_WIDTH, height: PADDING + NAME + marks * MARKS + lines * LINE };
  },
  labelSize: (key) => {
    const edge = graph.edges.find((each) => each.key === key);
    const transition = edge && policy.states[edge.state].transitions[edge.transition];
    const words = transition ? conditionWords(transition) : '';
    const isOneOfSeveral = edge && policy.states[edge.state].transitions.length > 1;
    const width = LABEL_PADDING + widthOf(words) + (isOneOfSeveral ? NUMBER : 0);
    return { width: Math.min(NODE_WIDTH, width), height: LABEL };
  },
});

/** The graph with a place for everything, by how long its words are. */
export const placed = (policy: Policy, graph: PolicyGraph, direction: Direction): Layout =>
  layoutGraph(graph, direction, sizesOf(policy, graph));
