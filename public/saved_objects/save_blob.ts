/** Hands a file to the browser to be saved. */
export const saveBlob = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // Some browsers begin to read it only after the click has been handled.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
