/** Nothing is shown before the theme is there: without it the page would jump. */
export async function themeLoaded(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('#themeStyleSheet');
  if (link === null || link.sheet !== null) return;
  await new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
}
