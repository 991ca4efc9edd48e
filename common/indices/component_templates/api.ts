import { INDICES_PATH } from '../indices_api';
import type { TemplateBody } from '../index_templates/api';

/** `GET`: `ComponentsAnswer`. `GET`, `PUT` (`saveTemplateSchema`) and `DELETE` below it, by name: one of them. */
export const COMPONENT_TEMPLATES_PATH = `${INDICES_PATH}/_component_templates`;

export const COMPONENT_PARTS = ['settings', 'mappings', 'aliases'] as const;
export type ComponentPart = (typeof COMPONENT_PARTS)[number];

/** One component template as the list shows it. */
export interface ComponentRow {
  name: string;
  /** What it brings. */
  parts: ComponentPart[];
  version?: number;
  description?: string;
  /** Index templates that are composed of it; undefined where they could not be read. */
  used_by?: string[];
}

export interface ComponentsAnswer {
  components: ComponentRow[];
  gaps: string[];
}

export interface ComponentRecord {
  name: string;
  body: TemplateBody;
  /** Index templates that are composed of it; undefined where they could not be read. */
  used_by?: string[];
}
