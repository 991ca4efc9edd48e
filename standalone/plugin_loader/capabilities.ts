import type {
  Capabilities,
  CapabilitiesSetup,
  CapabilitiesStart,
  OpenSearchDashboardsRequest,
} from 'opensearch-dashboards/server';

type Provider = () => Partial<Capabilities>;
type Switcher = (
  request: OpenSearchDashboardsRequest,
  capabilities: Capabilities
) => Partial<Capabilities> | Promise<Partial<Capabilities>>;

/** What of the plugin's features a caller may use. */
export class CapabilitiesService implements CapabilitiesSetup, CapabilitiesStart {
  private readonly providers: Provider[] = [];
  private readonly switchers: Switcher[] = [];

  registerProvider(provider: Provider): void {
    this.providers.push(provider);
  }

  registerSwitcher(switcher: Switcher): void {
    this.switchers.push(switcher);
  }

  async resolveCapabilities(request: OpenSearchDashboardsRequest): Promise<Capabilities> {
    const declared = this.providers.reduce<Capabilities>(
      (all, provider) => mergeDefined(all, provider()),
      { navLinks: {}, management: {}, catalogue: {} }
    );
    let resolved = declared;
    for (const switcher of this.switchers) {
      resolved = flipKnown(resolved, await switcher(request, structuredClone(resolved)));
    }
    return resolved;
  }
}

function mergeDefined(below: Capabilities, above: Partial<Capabilities>): Capabilities {
  const merged = { ...below };
  for (const [feature, actions] of Object.entries(above)) {
    merged[feature] = { ...merged[feature], ...actions };
  }
  return merged;
}

/** Only what a provider declared can be switched, and only to a value of the same type. */
function flipKnown(known: Capabilities, changes: Partial<Capabilities>): Capabilities {
  const entries = Object.entries(known).map(([feature, actions]) => {
    const flipped = Object.entries(actions ?? {}).map(([action, value]) => {
      const change = changes[feature]?.[action];
      return [action, typeof change === typeof value ? change : value];
    });
    return [feature, Object.fromEntries(flipped)];
  });
  return Object.fromEntries(entries) as Capabilities;
}
