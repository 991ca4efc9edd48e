export interface FoundMessages {
  messages: Array<{ id: string; text: string; place: string }>;
  problems: string[];
}

export interface Messages {
  messages: Record<string, string>;
  problems: string[];
}

export function messagesIn(root: string, folders: string[], except?: string[]): Messages;
export function messagesOf(file: string, source: string): FoundMessages;
