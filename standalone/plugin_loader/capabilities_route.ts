import type { IRouter } from 'opensearch-dashboards/server';
import type { CapabilitiesService } from './capabilities';

/** `POST /api/core/capabilities {applications}`: what the caller may use; every app is open. */
export function addCapabilitiesRoute(router: IRouter, capabilities: CapabilitiesService): void {
  router.post(
    {
      path: '/api/core/capabilities',
      validate: { body: (data, { ok }) => ok(data as { applications?: string[] }) },
    },
    async (_context, request, response) => {
      const resolved = await capabilities.resolveCapabilities(request);
      const apps = (request.body?.applications ?? []).map((id) => [id, true]);
      const navLinks = { ...resolved.navLinks, ...Object.fromEntries(apps) };
      return response.ok({ body: { ...resolved, navLinks } });
    }
  );
}
