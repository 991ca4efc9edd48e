import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import type { TemplateBody } from '../../../common/indices/index_templates/api';
import { checkIndexTemplate } from '../../../common/indices/index_templates/check_template';
import { LoadingState } from '../../shared/states';
import { SimulatedView } from './simulated_view';
import { useSimulatedTemplate } from './template_queries';

/** What an index would get from the template as it is edited, by the cluster's own account. */
export const Preview: React.FC<{ body: TemplateBody }> = ({ body }) => {
  const [problem] = checkIndexTemplate(body);
  const simulated = useSimulatedTemplate(body, problem === undefined);
  if (problem) {
    return (
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        title={i18n.translate('watchkeeper.indexTemplates.noPreviewTitle', {
          defaultMessage: 'There is nothing to preview yet',
        })}
      >
        <p>
          {problem.field.replace(/^body\./, '')}: {problem.message}
        </p>
      </EuiCallOut>
    );
  }
  if (simulated.isLoading) return <LoadingState />;
  if (!simulated.data) {
    return (
      <EuiCallOut
        size="s"
        color="danger"
        iconType="alert"
        role="alert"
        title={i18n.translate('watchkeeper.indexTemplates.previewRefusedTitle', {
          defaultMessage: 'The cluster would refuse this template',
        })}
        data-test-subj="previewRefused"
      >
        <p className="eui-textBreakWord">{simulated.error?.message}</p>
      </EuiCallOut>
    );
  }
  return (
    <div data-test-subj="templatePreview">
      <EuiText size="s">
        <p>
          {i18n.translate('watchkeeper.indexTemplates.previewText', {
            defaultMessage:
              'A new index that is made by this template, as the cluster would make it now: component templates merged, the template itself over them.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <SimulatedView simulated={simulated.data} />
    </div>
  );
};
