import type React from 'react';
export const CreateMonitorPage: React.FC = () => null;
