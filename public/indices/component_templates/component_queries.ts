import { COMPONENT_TEMPLATES_PATH } from '../../../common/indices/component_templates/api';
import type {
  ComponentRecord,
  ComponentsAnswer,
} from '../../../common/indices/component_templates/api';
import {
  useDeleteDocument,
  useDocuments,
  useSaveDocument,
  useStoredDocument,
} from '../parts/document_queries';

const COMPONENTS = { key: 'component_templates', path: COMPONENT_TEMPLATES_PATH };

export const useComponents = () => useDocuments<ComponentsAnswer>(COMPONENTS);

export const useComponent = (name: string | undefined) =>
  useStoredDocument<ComponentRecord>(COMPONENTS, name);

export const useSaveComponent = () => useSaveDocument<ComponentRecord>(COMPONENTS);

export const useDeleteComponent = () => useDeleteDocument(COMPONENTS);
