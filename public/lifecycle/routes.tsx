import React from 'react';
import { Redirect, Switch } from 'react-router-dom';

/** The pages of the app “Index policies”. */
export const LifecycleRoutes: React.FC = () => (
  <Switch>
    <Redirect to="/" />
  </Switch>
);
