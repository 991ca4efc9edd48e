/** Finds the texts of the source: every id with its default message. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const IS_SOURCE = /(?<!\.d|\.test)\.tsx?$/;

const sourcesIn = (root, folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => IS_SOURCE.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

/** The messages of folders, less some files, and what is wrong with the calls that name them. */
export function messagesIn(root, folders, except = []) {
  const found = folders
    .flatMap((folder) => sourcesIn(root, folder))
    .filter((file) => !except.includes(file))
    .map((file) => messagesOf(file, readFileSync(join(root, file), 'utf8')));
  return merge(found);
}

/** The messages of one file: `[{ id, text, place }]`, and the calls that cannot be read. */
export function messagesOf(file, source) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const messages = [];
  const problems = [];
  const visit = (node) => {
    const call = callOf(node, tree);
    if (call) {
      const place = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
      const [id, text] = [call.id, call.text].map(literalOf);
      if (id === undefined || text === undefined) {
        problems.push(`${place}: the id and the default message must be literals.`);
      } else {
        messages.push({ id, text, place });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { messages, problems };
}

/** One text for an id, whatever the number of places that show it. */
function merge(found) {
  const problems = found.flatMap((file) => file.problems);
  const byId = new Map();
  for (const { id, text, place } of found.flatMap((file) => file.messages)) {
    const before = byId.get(id);
    if (before === undefined) byId.set(id, { text, place });
    else if (before.text !== text) {
      problems.push(`${place}: ${id} has another text at ${before.place}.`);
    }
  }
  const messages = Object.fromEntries(
    [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { text }]) => [id, text])
  );
  return { messages, problems };
}

/** Where a node shows a text: the expressions of its id and of its default message. */
function callOf(node, tree) {
  if (ts.isCallExpression(node) && node.expression.getText(tree) === 'i18n.translate') {
    const [id, options] = node.arguments;
    return { id, text: propertyOf(options, 'defaultMessage') };
  }
  // Texts of `common/`, which has no translations at hand.
  if (ts.isCallExpression(node) && node.expression.getText(tree) === 'phrase') {
    const [id, text] = node.arguments;
    return { id, text };
  }
  if (
    (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) &&
    node.tagName.getText(tree) === 'FormattedMessage'
  ) {
    const attribute = (name) =>
      node.attributes.properties.find((property) => property.name?.getText(tree) === name)
        ?.initializer;
    return { id: attribute('id'), text: attribute('defaultMessage') };
  }
  return undefined;
}

function propertyOf(node, name) {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.find((property) => property.name?.text === name)?.initializer;
}

function literalOf(node) {
  if (node === undefined) return undefined;
  if (ts.isJsxExpression(node)) return literalOf(node.expression);
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}
