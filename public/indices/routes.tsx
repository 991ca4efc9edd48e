import React from 'react';
import { Redirect, Route, Switch } from 'react-router-dom';
import { AliasesPage } from './aliases/aliases_page';
import { ComponentsPage } from './component_templates/components_page';
import { CreateComponentPage, EditComponentPage } from './component_templates/component_pages';
import { StreamsPage } from './data_streams/streams_page';
import { CreateIndexPage } from './page/create_index_page';
import { FamiliesPage } from './families/families_page';
import { CreateTemplatePage, EditTemplatePage } from './index_templates/template_pages';
import { TemplatesPage } from './index_templates/templates_page';
import { IndexPage } from './page/index_page';
import { BeginTaskPage } from './tasks/begin_task_page';
import { TasksPage } from './tasks/tasks_page';
import { TablePage } from './table/table_page';

/** The pages of the app “Indices”. */
export const IndicesRoutes: React.FC = () => (
  <Switch>
    <Route path="/" exact component={TablePage} />
    <Route path="/create" exact component={CreateIndexPage} />
    <Route path="/families" exact component={FamiliesPage} />
    <Route path="/index/:name" exact component={IndexPage} />
    <Route path={['/data_streams', '/data_streams/:name']} exact component={StreamsPage} />
    <Route path="/aliases" exact component={AliasesPage} />
    <Route path="/index_templates" exact component={TemplatesPage} />
    <Route path="/index_templates/:name" exact component={EditTemplatePage} />
    <Route path="/create_index_template" exact component={CreateTemplatePage} />
    <Route path="/component_templates" exact component={ComponentsPage} />
    <Route path="/component_templates/:name" exact component={EditComponentPage} />
    <Route path="/create_component_template" exact component={CreateComponentPage} />
    <Route path="/tasks" exact component={TasksPage} />
    <Route path="/tasks/begin/:kind" exact component={BeginTaskPage} />
    <Redirect to="/" />
  </Switch>
);
