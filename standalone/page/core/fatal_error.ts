/** The page when it cannot be started at all; without React, which may be what is missing. */
export function showFatalError(error: Error): void {
  console.error(error);
  const main = document.createElement('main');
  main.className = 'hostFatalError';
  const title = document.createElement('h1');
  title.textContent = 'This page could not be started';
  const text = document.createElement('p');
  text.textContent = error.message;
  main.append(title, text);
  document.body.replaceChildren(main);
}
