import React from 'react';
import { Route, useHistory } from 'react-router-dom';
import { AlertsPage } from './list/alerts_page';
import { AlertFlyout } from './story/alert_flyout';

const Story: React.FC<{ id: string }> = ({ id }) => {
  const history = useHistory();
  const close = () => history.push({ pathname: '/', search: history.location.search });
  return <AlertFlyout key={id} id={id} onClose={close} />;
};

/** The pages of the Alerts app: the list, and beside it the story of the alert that the URL names. */
export const AlertsRoutes: React.FC = () => (
  <>
    <AlertsPage />
    <Route path="/:id" exact render={({ match }) => <Story id={match.params.id} />} />
  </>
);
