import React from 'react';
import { Redirect, Route, Switch } from 'react-router-dom';
import { AuditPage } from './audit/audit_page';
import { SchedulerPage } from './scheduler/scheduler_page';

/** The pages of the Overview app. */
export const OverviewRoutes: React.FC = () => (
  <Switch>
    <Route path="/scheduler" exact component={SchedulerPage} />
    <Route path="/audit" exact component={AuditPage} />
    <Redirect to="/scheduler" />
  </Switch>
);
