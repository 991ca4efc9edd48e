import React from 'react';
import { i18n } from '@osd/i18n';
import { useLocation } from 'react-router-dom';
import { ErrorState, LoadingState } from '../../shared/states';
import { textOfPolicy } from '../document/policy_text';
import { PASTED } from '../list/create_menu';
import { bodyOf } from '../list/policy_rows';
import { emptyPolicy, newPolicies } from '../new_policies';
import { usePolicy } from '../policy_queries';
import { PolicyEditor } from './policy_editor';

const Clone: React.FC<{ id: string }> = ({ id }) => {
  const original = usePolicy(id);
  if (original.data) return <PolicyEditor text={textOfPolicy(bodyOf(original.data))} />;
  if (original.isLoading) return <LoadingState />;
  return (
    <ErrorState
      title={i18n.translate('watchkeeper.lifecycle.editor.cloneErrorTitle', {
        defaultMessage: 'The policy to begin with could not be loaded',
      })}
      error={original.error}
      onRetry={() => void original.refetch()}
    />
  );
};

/** A new policy: from a template, from another policy, or from a text that is pasted. */
export const CreatePolicyPage: React.FC = () => {
  const params = new URLSearchParams(useLocation().search);
  const [from, clone] = [params.get('from'), params.get('clone')];
  if (clone) return <Clone key={clone} id={clone} />;
  if (from === PASTED) return <PolicyEditor key={from} text="" startView="json" />;
  const template = newPolicies().find(({ name }) => name === from);
  return <PolicyEditor key={from} text={textOfPolicy(template?.body ?? emptyPolicy())} />;
};
