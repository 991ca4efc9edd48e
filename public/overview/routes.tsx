import React from 'react';
import { Redirect, Route, Switch } from 'react-router-dom';
import { AuditPage } from './audit/audit_page';
import { SchedulerPage } from './scheduler/scheduler_page';
import { OverviewPage } from './whole/overview_page';

/** The pages of the Overview app. */
export const OverviewRoutes: React.FC = () => (
  <Switch>
    <Route path="/" exact component={OverviewPage} />
    <Route path="/scheduler" exact component={SchedulerPage} />
    <Route path="/audit" exact component={AuditPage} />
    <Redirect to="/" />
  </Switch>
);
