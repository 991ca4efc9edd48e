import type React from 'react';
export const EditMonitorPage: React.FC<{ id: string }> = () => null;
