import React, { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import { INDICES_PATH } from '../../../common/indices/indices_api';
import type { IndexDetail } from '../../../common/indices/indices_api';
import { checkNewIndex, indexNameFault } from '../../../common/indices/page/new_index';
import type { NewIndex } from '../../../common/indices/page/new_index';
import type { ApiError } from '../../shared/api_client';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { PageFrame } from '../../shared/page_frame';
import { useMay } from '../../shared/plugin_status';
import { useServices } from '../../shared/services';
import { useToasts } from '../../shared/toasts';
import { useFreshListing } from '../index_queries';
import { Verdict } from '../index_templates/which_template';
import { useTemplates } from '../index_templates/template_queries';
import { indicesTitle } from '../indices_frame';
import { NameField, faultsAt } from '../parts/document_fields';
import { DocumentViews } from '../parts/document_views';
import type { DocumentView } from '../parts/document_views';
import { Refused } from '../parts/refused';
import { TemplateContent } from '../parts/template_content';
import { useDocument } from '../parts/use_document';

export const createIndexTitle = (): string =>
  i18n.translate('watchkeeper.indices.createTitle', { defaultMessage: 'Create index' });

const EMPTY = {};

/** What comes from templates beside what is given here. */
const FromTemplates: React.FC<{ name: string }> = ({ name }) => {
  const { data } = useTemplates();
  if (!data || indexNameFault(name) !== undefined) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <Verdict rows={data.templates} name={name} />
    </>
  );
};

const useCreateIndex = () => {
  const { api } = useServices();
  return useMutation<IndexDetail, ApiError, { name: string } & NewIndex>({
    mutationFn: ({ name, body }) =>
      api.put<IndexDetail>(`${INDICES_PATH}/${encodeURIComponent(name)}`, { body }),
  });
};

/** Form and JSON of a new index; what is left out comes from the template that takes in its name. */
export const CreateIndexPage: React.FC = () => {
  const [name, setName] = useState('');
  const [view, setView] = useState<DocumentView>('form');
  const [hasTried, setTried] = useState(false);
  const document = useDocument(EMPTY, name !== '');
  const create = useCreateIndex();
  const readAnew = useFreshListing();
  const goTo = useGoTo();
  const toasts = useToasts();
  const mayWrite = useMay('write');
  const { body, replace, drafts, onDraft, isBroken, release } = document;
  const problems = checkNewIndex(name, { body });
  const shown = hasTried ? [...problems, ...(create.error?.problems ?? [])] : [];

  const save = () => {
    setTried(true);
    if (problems.length > 0) {
      create.reset();
      return;
    }
    create.mutate(
      { name, body },
      {
        onSuccess: () => {
          release();
          void readAnew();
          toasts.success(
            i18n.translate('watchkeeper.indices.createdText', {
              defaultMessage: 'Created the index {name}',
              values: { name },
            })
          );
          goTo(appPaths.index(name));
        },
      }
    );
  };
  const title = createIndexTitle();
  const button = (
    <EuiSmallButton
      key="save"
      fill
      isDisabled={isBroken}
      isLoading={create.isLoading}
      onClick={save}
      data-test-subj="saveIndex"
    >
      {i18n.translate('watchkeeper.indices.createAction', { defaultMessage: 'Create' })}
    </EuiSmallButton>
  );
  return (
    <PageFrame
      title={title}
      crumbs={[{ text: indicesTitle(), to: appPaths.indices() }, { text: title }]}
      actions={mayWrite ? [button] : []}
    >
      <Refused error={create.error} problems={shown} />
      <EuiPanel>
        <NameField name={name} onChange={setName} faults={faultsAt(shown, 'name')} />
        <FromTemplates name={name} />
      </EuiPanel>
      <EuiSpacer size="m" />
      <DocumentViews
        view={view}
        onView={setView}
        document={document}
        wholeLabel={i18n.translate('watchkeeper.indices.wholeJsonLabel', {
          defaultMessage: 'The whole index as JSON',
        })}
        form={
          <TemplateContent content={body} onChange={replace} drafts={drafts} onDraft={onDraft} />
        }
      />
    </PageFrame>
  );
};
