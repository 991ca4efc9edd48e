export function problemsOf(
  messages: Record<string, string>,
  translated: Record<string, unknown>,
  locale: string
): string[];
