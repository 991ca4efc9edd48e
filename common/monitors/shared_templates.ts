import { namesIncluded, withIncluded } from '../notifications/templates/shared/include';
import type { Place, SharedTemplates } from '../notifications/templates/shared/include';
import type { Action } from './action';
import { actionsOf, mapTriggers } from './monitor';
import type { Monitor } from './monitor';

const PLACES = {
  subject_template: 'subject',
  message_template: 'message',
  recovery_subject_template: 'subject',
  recovery_message_template: 'message',
} as const satisfies Partial<Record<keyof Action, Place>>;

const FIELDS = Object.keys(PLACES) as Array<keyof typeof PLACES>;

const textsOf = (monitor: Monitor): string[] => [
  ...actionsOf(monitor).flatMap((action) => FIELDS.map((field) => action[field]?.source ?? '')),
  ...Object.values(monitor.labels ?? {}),
  ...Object.values(monitor.annotations ?? {}),
];

const namedIn = new WeakMap<Monitor, readonly string[]>();

/** The shared templates that a monitor's messages, labels and annotations name. Read once: each of its runs asks. */
export const sharedNamesOf = (monitor: Monitor): readonly string[] => {
  let names = namedIn.get(monitor);
  if (!names) {
    namedIn.set(monitor, (names = [...new Set(textsOf(monitor).flatMap(namesIncluded))]));
  }
  return names;
};

const actionWith = (action: Action, templates: SharedTemplates): Action => {
  const changed = FIELDS.flatMap((field) => {
    const template = action[field];
    if (!template) return [];
    return [
      [field, { ...template, source: withIncluded(template.source, templates, PLACES[field]) }],
    ];
  });
  return { ...action, ...Object.fromEntries(changed) };
};

const mapWith = (texts: Record<string, string>, templates: SharedTemplates) =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, withIncluded(text, templates, 'message')])
  );

const included = (monitor: Monitor, templates: SharedTemplates): Monitor => {
  if (sharedNamesOf(monitor).length === 0) return monitor;
  const { labels, annotations } = monitor;
  return {
    ...mapTriggers(monitor, (trigger) => ({
      ...trigger,
      actions: trigger.actions.map((action) => actionWith(action, templates)),
    })),
    ...(labels ? { labels: mapWith(labels, templates) } : {}),
    ...(annotations ? { annotations: mapWith(annotations, templates) } : {}),
  };
};

const known = new WeakMap<SharedTemplates, WeakMap<Monitor, Monitor>>();

/** The monitor with the shared templates in their places. Worked out once: each of its runs asks. */
export const withSharedTemplates = (
  monitor: Monitor,
  templates: SharedTemplates | undefined
): Monitor => {
  if (!templates) return monitor;
  let ofTemplates = known.get(templates);
  if (!ofTemplates) known.set(templates, (ofTemplates = new WeakMap()));
  let whole = ofTemplates.get(monitor);
  if (!whole) ofTemplates.set(monitor, (whole = included(monitor, templates)));
  return whole;
};
