import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LiveChanges } from '../live/live-changes';
import { type Figures, SystemFigures } from './system-figures';

/** Real ms between two looks. */
const EVERY_MS = 5_000;

/**
 * Looks time and again how the services are while a page is open, and tells when that has changed: incidents open and
 * services fall silent without an event of it.
 */
@Injectable()
export class SystemWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private seen: Figures | undefined;

  constructor(
    private readonly figures: SystemFigures,
    private readonly live: LiveChanges,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async look(): Promise<void> {
    if (!this.live.isHeard) return;
    // Figures that cannot be had now are had at the next look.
    const now = await this.figures.read().catch(() => undefined);
    const before = this.seen;
    this.seen = now ?? before;
    if (!now || !before) return;
    if (incidentsOf(now) !== incidentsOf(before)) this.live.touch('incidents');
    if (stateOf(now) !== stateOf(before)) this.live.touch('system');
  }
}

function incidentsOf({ services }: Figures): string {
  return services.map(({ name, incidents = 0 }) => `${name} ${incidents}`).join();
}

function stateOf(figures: Figures): string {
  const services = figures.services.map(({ name, up, ready }) => `${name} ${up} ${ready}`);
  return `${services.join()} ${figures.casesWithoutOwner} ${incidentsOf(figures)}`;
}
