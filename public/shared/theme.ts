/** Set by the host before any bundle runs: `v8light`, `v9dark`, … */
interface HostWindow {
  __osdThemeTag__?: string;
  __webpack_nonce__?: string;
}

const hostWindow = (): HostWindow => window as unknown as HostWindow;

export const isDarkMode = (): boolean => /dark$/.test(hostWindow().__osdThemeTag__ ?? '');

/** The page's nonce for style elements, where its content security policy has one. */
export const cspNonce = (): string => hostWindow().__webpack_nonce__ ?? '';
