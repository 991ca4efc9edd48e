import { z } from 'zod';
import type { ConfigSchemaType, PluginConfigDescriptor } from 'opensearch-dashboards/server';

const roles = z.array(z.string()).default([]);
/** Of this host, as people reach it. */
const baseUrl = z
  .string()
  .regex(
    /^https?:\/\/[^\s?#]+$/,
    'It must be an address that begins with http:// or https://, such as https://dashboards.example.com/base.'
  )
  .transform((url) => url.replace(/\/+$/, ''));
const days = (fallback: number) => z.number().int().min(1).default(fallback);

export const configSchema = z.strictObject({
  enabled: z.boolean().default(true),
  /** Where people reach this Dashboards, its base path included: what links in messages begin with. */
  public_base_url: baseUrl.optional(),
  /** 32 bytes in base64 or 64 hexadecimal digits. Without it, saving a secret is refused. */
  encryption_key: z.string().optional(),
  /** Former values of it. They open what was sealed with them, and seal nothing. */
  previous_encryption_keys: z.array(z.string()).default([]),
  /** Reads and writes the plugin's own indices and runs the monitors; without it, the host's own user does. */
  service_account: z.strictObject({ username: z.string(), password: z.string() }).optional(),
  /** Whoever sends it as a bearer token may read the metrics, and nothing else. Without it, everybody who may read. */
  metrics_token: z.string().min(16).optional(),
  scheduler: z
    .strictObject({
      /** `false` makes this instance one that only serves pages. */
      enabled: z.boolean().default(true),
      /** Searches under way at once. */
      max_in_flight: z.number().int().min(1).max(64).default(4),
      /** A lease that has not changed for so long is taken over. */
      lease_ttl_seconds: z.number().int().min(2).max(300).default(24),
      search_timeout_seconds: z.number().int().min(1).max(600).default(30),
    })
    .prefault({}),
  outbound: z
    .strictObject({
      /** Addresses that are private and may be called nevertheless: `host`, `host:port`, `10.0.0.0/8`. */
      allow: z.array(z.string()).default([]),
      /** Hosts and ranges that are never called, whatever else is said (OpenSearch: host_deny_list). */
      deny: z.array(z.string()).default([]),
      /** HTTP proxies that destinations may name: `http://proxy.example:3128`, or with `user:password@`. */
      proxies: z.array(z.string()).default([]),
      timeout_seconds: z.number().int().min(1).max(120).default(10),
    })
    .prefault({}),
  delivery: z
    .strictObject({
      /** How long a message is tried before it is given up (ElastAlert: alert_time_limit). */
      time_limit_minutes: z.number().int().min(1).default(2880),
    })
    .prefault({}),
  /** Names of the cluster's roles that may do what, where the cluster has security. Empty: everybody who is let in. */
  roles: z.strictObject({ read: roles, acknowledge: roles, write: roles }).prefault({}),
  retention: z
    .strictObject({
      tick_days: days(7),
      history_days: days(90),
      delivery_days: days(90),
      /** Former versions of monitors and destinations. */
      version_days: days(730),
    })
    .prefault({}),
});

export type WatchkeeperConfig = z.output<typeof configSchema>;

const describe = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `[${path.map(String).join('.')}]: ${message}`).join('; ');

/** The host tells a schema by its flag, so ours needs nothing of the host at run time. */
const schema: ConfigSchemaType<WatchkeeperConfig> = {
  __isOsdConfigSchemaType: true,
  validate(value, _context, namespace) {
    const result = configSchema.safeParse(value ?? {});
    if (result.success) return result.data;
    throw new Error(`${namespace ? `${namespace}: ` : ''}${describe(result.error)}`);
  },
};

export const config: PluginConfigDescriptor<WatchkeeperConfig> = { schema };
