import type React from 'react';

/** The pages of the Destinations app. */
export const DestinationsRoutes: React.FC = () => null;
