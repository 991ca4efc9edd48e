import { useMemo } from 'react';
import type { PreviewOptions } from '../../../common/monitors/preview';
import { usePublicBaseUrl } from '../../shared/plugin_status';
import { useSharedTemplates } from '../../notifications/types';
import { useEditor } from './editor_model';

export type PreviewNames = Pick<PreviewOptions, 'monitorId' | 'baseUrl' | 'templates'>;

/** What messages of a preview name beside what was found: the monitor, links, shared templates. The same until it changes. */
export const usePreviewNames = (): PreviewNames => {
  const { monitorId } = useEditor();
  const baseUrl = usePublicBaseUrl();
  const templates = useSharedTemplates();
  return useMemo(
    () => ({ monitorId, baseUrl, ...(templates ? { templates } : {}) }),
    [monitorId, baseUrl, templates]
  );
};
