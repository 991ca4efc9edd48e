import { hostname } from 'node:os';
import type { Page } from 'playwright-core';
import { settled } from './parts';
import { visibleTexts } from './visible_texts';

/** Names and values that are no language's: those of the stage, units, instants, addresses, ids. */
const DATA: RegExp[] = [
  /Watchkeeper|^Watch$|^keeper$/g,
  /Errors in containers|Any error|Written past the page|Failing|Asleep|Let go|Tell/g,
  /On-call inbox|Operations channel|k8s(-logs[\w*-]*)?|^-logs[\w-]+|nothing\.ndjson/g,
  /[A-Z][a-z]{2} \d+(, \d{4} @)? [\d:]+/g,
  /\b[A-Z][a-z]+ \d{1,2}, \d{4}\b/g,
  /\d ms|UTC|POST|\{\{[/#]?[\w.]+\}\}|https?:\S+|\b[0-9a-f]{8}\b/g,
  /^true$|(^|: )200 ok$|^ok$|^none\b|^@timestamp$/g,
  // An example of the language that is asked for.
  /^level: \(ERROR or FATAL\) and not host: test\*$/g,
  /- none -/g,
  // Sizes, ages, ids and the last part of a name that is cut.
  /\b\d+(\.\d+)? ?[KMGT]?B\b|^\d+ (s|min|h|d)$|^\d+ \w+ ago$|^a few seconds ago$|^an? \w+ ago$/g,
  /^[\w-]{22}$|^[\d-]+[a-z0-9]{8}-\d+$/g,
  // Settings, their values, and JSON.
  /^index\.[\w.]+$|^_none$|^false$|^logs-(\*|app-[\d.]+)$|\{ ".*\}/g,
  // Examples of what a field takes.
  /^#operations$|^:rotating_light:$|^-----BEGIN [A-Z ]+-----$/g,
];

/** Texts of the server and of the core, which the page passes on. docs/limits.md tells of them. */
const PASSED_ON: RegExp[] = [
  /^A (name|URL) is required\.$|^Name at least one index\.$|^Choose a destination\.$/,
  /Object value expected after ':'$|"\[" is never closed\.$|Unclosed section "open"\.$/,
  /^Cannot read "?here"? of null/,
  /^unknown query \[mach_all\]/,
  /is not among what the builder shows\.$|^ranks the documents that come along\.$/,
];

/** In the host's components, which have no other language for them. */
const OF_THE_HOST: RegExp[] = [
  /^breadcrumb$|^(Open|Close) list of options$|^Combo box\./,
  /^Skipping pages \d+ to \d+$|^Chart type:$|^Mixed chart: |^(bar|line) chart$|^series color|Activate to hide series in graph$/,
];

const withoutData = (text: string): string =>
  [...DATA, new RegExp(`^${hostname()}$`)].reduce((rest, data) => rest.replace(data, ''), text);

/** A word of plain letters: the pseudo-locale leaves none in a text that it knows. */
const isPlain = (text: string): boolean =>
  /[A-Za-z]{2}/.test(withoutData(text)) &&
  ![...PASSED_ON, ...OF_THE_HOST].some((known) => known.test(text));

/** The texts of a page in the pseudo-locale that nobody can translate. */
export async function plainTexts(page: Page): Promise<string[]> {
  await settled(page);
  return (await visibleTexts(page)).filter(isPlain);
}
