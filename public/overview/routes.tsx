import React from 'react';
import { Redirect, Route, Switch } from 'react-router-dom';
import { SchedulerPage } from './scheduler/scheduler_page';

/** The pages of the Overview app. */
export const OverviewRoutes: React.FC = () => (
  <Switch>
    <Route path="/scheduler" exact component={SchedulerPage} />
    <Redirect to="/scheduler" />
  </Switch>
);
