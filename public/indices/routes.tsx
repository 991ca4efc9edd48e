import React from 'react';
import { Redirect, Switch } from 'react-router-dom';

/** The pages of the app “Indices”. */
export const IndicesRoutes: React.FC = () => (
  <Switch>
    <Redirect to="/" />
  </Switch>
);
