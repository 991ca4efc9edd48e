import React from 'react';
import { i18n } from '@osd/i18n';
import { useParams } from 'react-router-dom';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { policiesCrumb } from '../crumbs';
import { textOfPolicy } from '../document/policy_text';
import { EngineCallout } from '../engine_callout';
import { bodyOf } from '../list/policy_rows';
import { useEngine, usePolicy } from '../policy_queries';
import { PolicyEditor } from './policy_editor';

/** A policy that is saved already. */
export const EditPolicyPage: React.FC = () => {
  const { id } = useParams<{ id: string }>();
  const engine = useEngine();
  const record = usePolicy(id);
  if (record.data) {
    return <PolicyEditor key={id} record={record.data} text={textOfPolicy(bodyOf(record.data))} />;
  }
  return (
    <PageFrame title={id} crumbs={[policiesCrumb(), { text: id }]}>
      <EngineCallout engine={engine.data} error={engine.error} />
      {record.isLoading ? (
        <LoadingState />
      ) : (
        <ErrorState
          title={i18n.translate('watchkeeper.lifecycle.editor.loadErrorTitle', {
            defaultMessage: 'The policy could not be loaded',
          })}
          error={record.error}
          onRetry={() => void record.refetch()}
        />
      )}
    </PageFrame>
  );
};
