import React from 'react';
import { Redirect, Route, Switch } from 'react-router-dom';
import { LoadingState } from '../shared/states';
import { PoliciesListPage } from './list/policies_list_page';

// The editor brings a good deal: only who opens it loads it.
const CreatePolicyPage = React.lazy(() =>
  import('./editor/create_policy_page').then((module) => ({ default: module.CreatePolicyPage }))
);
const ImportPoliciesPage = React.lazy(() =>
  import('./import/import_page').then((module) => ({ default: module.ImportPoliciesPage }))
);
const EditPolicyPage = React.lazy(() =>
  import('./editor/edit_policy_page').then((module) => ({ default: module.EditPolicyPage }))
);
const ApplyPage = React.lazy(() =>
  import('./apply/apply_page').then((module) => ({ default: module.ApplyPage }))
);

const ManagedPage = React.lazy(() =>
  import('./managed/managed_page').then((module) => ({ default: module.ManagedPage }))
);

const ManagedIndexPage = React.lazy(() =>
  import('./managed/one/managed_index_page').then((module) => ({
    default: module.ManagedIndexPage,
  }))
);

const ForecastPage = React.lazy(() =>
  import('./forecast/forecast_page').then((module) => ({ default: module.ForecastPage }))
);

const NamesPage = React.lazy(() =>
  import('./names/names_page').then((module) => ({ default: module.NamesPage }))
);

/** The pages of the app “Index policies”. */
export const LifecycleRoutes: React.FC = () => (
  <React.Suspense fallback={<LoadingState />}>
    <Switch>
      <Route exact path="/">
        <PoliciesListPage />
      </Route>
      <Route exact path="/create">
        <CreatePolicyPage />
      </Route>
      <Route exact path="/apply">
        <ApplyPage />
      </Route>
      <Route exact path="/import">
        <ImportPoliciesPage />
      </Route>
      <Route exact path="/policies/:id">
        <EditPolicyPage />
      </Route>
      <Route exact path="/managed">
        <ManagedPage />
      </Route>
      <Route exact path="/managed/:index">
        <ManagedIndexPage />
      </Route>
      <Route exact path="/forecast">
        <ForecastPage />
      </Route>
      <Route exact path="/names">
        <NamesPage />
      </Route>
      <Redirect to="/" />
    </Switch>
  </React.Suspense>
);
