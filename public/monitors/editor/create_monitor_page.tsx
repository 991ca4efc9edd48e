import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { PageFrame } from '../../shared/page_frame';
import { monitorsCrumb } from '../crumbs';
import { MonitorEditor } from './monitor_editor';
import { newMonitor } from './new_monitor';

export const CreateMonitorPage: React.FC = () => {
  const [initial] = useState(newMonitor);
  const title = i18n.translate('watchkeeper.editor.createTitle', {
    defaultMessage: 'Create monitor',
  });
  return (
    <PageFrame title={title} crumbs={[monitorsCrumb(), { text: title }]}>
      <MonitorEditor initial={initial} />
    </PageFrame>
  );
};
