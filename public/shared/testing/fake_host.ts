import type { CoreStart, MountPoint } from 'opensearch-dashboards/public';
import { I18nProvider } from '@osd/i18n/react';

/** A request as a page made it. */
export interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, unknown>;
  body: unknown;
  /** Marked as the page's own doing. */
  asSystemRequest: boolean;
}

/** Answers a request, or throws what the server would refuse it with (`refusal`). */
export type Answer = (request: SeenRequest) => unknown;

/** A refusal in the shape in which the host's HTTP rejects. */
export const refusal = (
  statusCode: number,
  code: string,
  message: string,
  details: Record<string, unknown> = {}
): Error =>
  Object.assign(new Error(message), {
    response: { status: statusCode },
    body: { statusCode, error: '', message, attributes: { code, ...details } },
  });

interface FetchOptions {
  query?: Record<string, unknown>;
  body?: string | FormData;
  asSystemRequest?: boolean;
}

const bodyOf = (body: FetchOptions['body']): unknown =>
  typeof body === 'string' ? JSON.parse(body) : body;

/** `text` may draw itself, as for the host. */
export interface ShownToast {
  kind: string;
  title: string;
  text?: string | MountPoint;
}

/** The part of the host that pages use, with what they asked of it. */
export interface FakeHost {
  core: CoreStart;
  requests: SeenRequest[];
  toasts: ShownToast[];
  confirm: jest.Mock<Promise<boolean>, [unknown, unknown]>;
  navigateToApp: jest.Mock;
  /** What was put into the list of recently viewed pages. */
  recent: Array<{ link: string; label: string; id: string }>;
}

/** @param apps other apps of the host that pages may lead to */
export const createFakeHost = (answer: Answer, apps: readonly string[] = []): FakeHost => {
  const requests: SeenRequest[] = [];
  const toasts: FakeHost['toasts'] = [];
  const recent: FakeHost['recent'] = [];
  const confirm = jest.fn<Promise<boolean>, [unknown, unknown]>(async () => true);
  const navigateToApp = jest.fn(async () => undefined);

  const call =
    (method: string) =>
    async (path: string, options: FetchOptions = {}): Promise<unknown> => {
      const { query = {}, body, asSystemRequest = false } = options;
      const request = { method, path, query, body: bodyOf(body), asSystemRequest };
      requests.push(request);
      return answer(request);
    };
  const toast = (kind: string) => (input: Omit<ShownToast, 'kind'>) => {
    const shown = { kind, title: input.title, text: input.text };
    toasts.push(shown);
    return shown;
  };

  const core = {
    application: {
      capabilities: { navLinks: Object.fromEntries(apps.map((app) => [app, true])) },
      navigateToApp,
      getUrlForApp: (id: string, { path = '' } = {}) => `/app/${id}${path}`,
    },
    chrome: {
      setBreadcrumbs: () => undefined,
      docTitle: { change: () => undefined },
      recentlyAccessed: {
        add: (link: string, label: string, id: string) => void recent.push({ link, label, id }),
      },
    },
    http: {
      basePath: {
        remove: (path: string) => path.replace(/^\/base\//, '/'),
        prepend: (path: string) => `/base${path}`,
      },
      get: call('GET'),
      post: call('POST'),
      put: call('PUT'),
      delete: call('DELETE'),
    },
    i18n: { Context: I18nProvider },
    notifications: {
      toasts: {
        addSuccess: toast('success'),
        addWarning: toast('warning'),
        addDanger: toast('danger'),
        remove: () => undefined,
      },
    },
    overlays: { openConfirm: confirm },
    uiSettings: { get: (_key: string, fallback: unknown) => fallback },
  };
  // Only what pages use of it.
  return { core: core as unknown as CoreStart, requests, toasts, confirm, navigateToApp, recent };
};
