import React from 'react';
import { i18n } from '@osd/i18n';
import { Redirect, Route, Switch } from 'react-router-dom';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { TemplateEditor } from './template_editor';
import { useTemplate } from './template_queries';
import { TemplateUsers } from './template_users';
import { TemplatesListPage } from './templates_list_page';
import { newTemplateTitle, templatesCrumb } from './words';

const CreateTemplatePage: React.FC = () => (
  <PageFrame title={newTemplateTitle()} crumbs={[templatesCrumb(), { text: newTemplateTitle() }]}>
    <TemplateEditor />
  </PageFrame>
);

const EditTemplatePage: React.FC<{ id: string }> = ({ id }) => {
  const query = useTemplate(id);
  const crumbs = [templatesCrumb(), { text: query.data?.template.name ?? id }];
  if (query.data) {
    const { template, used_by: users } = query.data;
    return (
      <PageFrame
        title={template.name}
        crumbs={crumbs}
        description={<TemplateUsers users={users} />}
      >
        <TemplateEditor record={query.data} />
      </PageFrame>
    );
  }
  return (
    <PageFrame title={id} crumbs={crumbs}>
      {query.isLoading ? (
        <LoadingState />
      ) : (
        <ErrorState
          title={i18n.translate('watchkeeper.templates.openErrorTitle', {
            defaultMessage: 'The message template could not be opened',
          })}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
    </PageFrame>
  );
};

/** The pages of message templates. A template may have any name, so each verb has a path of its own. */
export const TemplatePages: React.FC = () => (
  <Switch>
    <Route path="/templates" exact component={TemplatesListPage} />
    <Route path="/templates/create" exact component={CreateTemplatePage} />
    <Route
      path="/templates/edit/:id"
      exact
      render={({ match }) => <EditTemplatePage key={match.params.id} id={match.params.id} />}
    />
    <Redirect to="/templates" />
  </Switch>
);
