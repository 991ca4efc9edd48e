import React from 'react';
import { Redirect, Route, Switch, useHistory } from 'react-router-dom';
import { DeliveriesPage } from './deliveries/deliveries_page';
import { DeliveryFlyout } from './deliveries/delivery_flyout';
import { CreateDestinationPage } from './form/create_destination_page';
import { EditDestinationPage } from './form/edit_destination_page';
import { DestinationsListPage } from './list/destinations_list_page';
import { TemplatePages } from './templates/template_pages';

const Story: React.FC<{ id: string }> = ({ id }) => {
  const history = useHistory();
  const close = () => history.push({ pathname: '/deliveries', search: history.location.search });
  return <DeliveryFlyout key={id} id={id} onClose={close} />;
};

/** The list of deliveries, and beside it the story of the message that the URL names. */
const Deliveries: React.FC = () => (
  <>
    <DeliveriesPage />
    <Route path="/deliveries/:id" exact render={({ match }) => <Story id={match.params.id} />} />
  </>
);

/** The pages of the Destinations app. */
export const DestinationsRoutes: React.FC = () => (
  <Switch>
    <Route path="/" exact component={DestinationsListPage} />
    <Route path="/create" exact component={CreateDestinationPage} />
    <Route path="/deliveries" component={Deliveries} />
    <Route path="/templates" component={TemplatePages} />
    <Route
      path="/:id"
      exact
      render={({ match }) => <EditDestinationPage key={match.params.id} id={match.params.id} />}
    />
    <Redirect to="/" />
  </Switch>
);
