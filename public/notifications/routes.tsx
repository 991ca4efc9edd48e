import React from 'react';
import { Redirect, Route, Switch } from 'react-router-dom';
import { CreateDestinationPage } from './form/create_destination_page';
import { EditDestinationPage } from './form/edit_destination_page';
import { DestinationsListPage } from './list/destinations_list_page';

/** The pages of the Destinations app. */
export const DestinationsRoutes: React.FC = () => (
  <Switch>
    <Route path="/" exact component={DestinationsListPage} />
    <Route path="/create" exact component={CreateDestinationPage} />
    <Route
      path="/:id"
      exact
      render={({ match }) => <EditDestinationPage key={match.params.id} id={match.params.id} />}
    />
    <Redirect to="/" />
  </Switch>
);
