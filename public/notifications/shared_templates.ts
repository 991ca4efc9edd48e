import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { TEMPLATE_TEXTS_PATH } from '../../common/notifications/shared_templates_api';
import type { TemplateTexts } from '../../common/notifications/shared_templates_api';
import type { SharedTemplates } from '../../common/notifications/templates/shared/include';
import { useServices } from '../shared/services';

/** Of every query about them: a save makes all of them old. */
export const TEMPLATE_KEY = 'sharedTemplates';

/** The shared templates that messages may name; undefined as long as they are not known. */
export const useSharedTemplates = (): SharedTemplates | undefined => {
  const { api } = useServices();
  const { data } = useQuery({
    queryKey: [TEMPLATE_KEY, 'texts'],
    queryFn: ({ signal }) => api.get<TemplateTexts>(TEMPLATE_TEXTS_PATH, { signal }),
    staleTime: 10_000,
  });
  return useMemo(() => {
    // A host of an older version answers something else; a page must not break by that.
    const items = data?.items;
    return Array.isArray(items) ? new Map(items.map((item) => [item.name, item])) : undefined;
  }, [data]);
};
