export const HTTP_METHODS = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] as const;
export const WEBHOOK_PRESETS = ['alertmanager'] as const;
export const WEBHOOK_LOGINS = ['basic', 'bearer'] as const;
