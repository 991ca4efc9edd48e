import React from 'react';
import { Redirect, Route, Switch } from 'react-router-dom';
import { FamiliesPage } from './families/families_page';
import { IndexPage } from './page/index_page';
import { TablePage } from './table/table_page';

/** The pages of the app “Indices”. */
export const IndicesRoutes: React.FC = () => (
  <Switch>
    <Route path="/" exact component={TablePage} />
    <Route path="/families" exact component={FamiliesPage} />
    <Route path="/index/:name" exact component={IndexPage} />
    <Redirect to="/" />
  </Switch>
);
