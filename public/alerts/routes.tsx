import type React from 'react';

/** The pages of the Alerts app. */
export const AlertsRoutes: React.FC = () => null;
