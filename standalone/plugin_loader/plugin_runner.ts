import type { CoreStart, Logger, Plugin } from 'opensearch-dashboards/server';
import type { CoreServices } from './core';
import { createCoreSetup, createCoreStart } from './core';
import { LIFECYCLE_TIMEOUT_MS, withTimeout } from './with_timeout';

type StartServices = [CoreStart, object, unknown];

/** Takes a plugin through its life: setup, start, stop, with the limits of Dashboards. */
export class PluginRunner {
  private resolveStart: (services: StartServices) => void = () => undefined;
  private readonly startServices = new Promise<StartServices>((resolve) => {
    this.resolveStart = resolve;
  });
  private running = false;

  constructor(
    private readonly id: string,
    private readonly plugin: Plugin<unknown, unknown>,
    private readonly log: Logger
  ) {}

  async setup(services: CoreServices): Promise<void> {
    const core = createCoreSetup(services, () => this.startServices);
    await this.limited('Setup', this.plugin.setup(core, {}));
    this.running = true;
  }

  async start(services: CoreServices): Promise<void> {
    const core = createCoreStart(services);
    const contract = await this.limited('Start', this.plugin.start(core, {}));
    this.resolveStart([core, {}, contract]);
  }

  /** Waits for the plugin to drain; an error in it keeps nothing else from being stopped. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    try {
      await this.plugin.stop?.();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
    }
  }

  private limited<T>(what: string, result: T | Promise<T>): Promise<T> {
    const seconds = LIFECYCLE_TIMEOUT_MS / 1000;
    const message = `${what} of plugin "${this.id}" was not done within ${seconds} s.`;
    return withTimeout(result, LIFECYCLE_TIMEOUT_MS, message);
  }
}
