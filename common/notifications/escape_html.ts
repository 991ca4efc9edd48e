const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaping =
  (characters: RegExp) =>
  (text: string): string =>
    text.replace(characters, (character) => ENTITIES[character]);

/** A text as HTML shows it, in an element or in a quoted attribute. */
export const escapeHtml = escaping(/[&<>"']/g);

/** The same for chats, which know few entities: the apostrophe stays, so that no value goes in single quotes. */
export const escapeChatHtml = escaping(/[&<>"]/g);
