import { z } from 'zod';
import { API_BASE } from '../plugin';
import { pageQuerySchema } from '../page';
import { sharedTemplateSchema } from './templates/shared/shared_template';
import type { SharedTemplate } from './templates/shared/shared_template';

/** Texts that messages name. */
export const TEMPLATES_PATH = `${API_BASE}/templates`;

export const templatesQuerySchema = pageQuerySchema;

/** Who names a template. */
export interface TemplateUser {
  type: 'monitor' | 'destination' | 'template';
  id: string;
  name: string;
}

export interface TemplateRecord {
  id: string;
  version: string;
  updated_at: string;
  template: SharedTemplate;
  used_by: TemplateUser[];
}

/** `POST /templates`. Its name is its id. */
export const saveTemplateSchema = sharedTemplateSchema;

/** `PUT /templates/{id}`: all of it but the name, which messages name. */
export const updateTemplateSchema = sharedTemplateSchema
  .omit({ name: true })
  .extend({ version: z.string().min(1) });
export type UpdateTemplate = z.output<typeof updateTemplateSchema>;

/** All of them, for editors and previews. Apart from the others: a template may have any name. */
export const TEMPLATE_TEXTS_PATH = `${API_BASE}/template_texts`;

/** `GET /template_texts` */
export interface TemplateTexts {
  items: Array<Pick<SharedTemplate, 'name' | 'subject' | 'message'>>;
}
