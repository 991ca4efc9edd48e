import React from 'react';
import { Redirect, Route, Switch } from 'react-router-dom';
import { CreateMonitorPage } from './editor/create_monitor_page';
import { EditMonitorPage } from './editor/edit_monitor_page';
import { MonitorsListPage } from './list/monitors_list_page';
import { MonitorPage } from './page/monitor_page';

/** The pages of the Monitors app. */
export const MonitorsRoutes: React.FC = () => (
  <Switch>
    <Route path="/" exact component={MonitorsListPage} />
    <Route path="/create" exact component={CreateMonitorPage} />
    <Route
      path="/:id/edit"
      exact
      render={({ match }) => <EditMonitorPage key={match.params.id} id={match.params.id} />}
    />
    <Route
      path="/:id"
      exact
      render={({ match }) => <MonitorPage key={match.params.id} id={match.params.id} />}
    />
    <Redirect to="/" />
  </Switch>
);
