export function hashPassword(password: string): Promise<string>;
export function printPasswordHash(): Promise<void>;
