import type React from 'react';

/** The pages of the Monitors app. */
export const MonitorsRoutes: React.FC = () => null;
