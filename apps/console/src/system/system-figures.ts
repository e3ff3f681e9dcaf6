import { Injectable } from '@nestjs/common';
import { type ServiceView } from '@lienthong/contracts';
import { ServiceStatuses } from '../ports';
import { serviceView } from './service-view';

/** Real ms for which an answer serves everybody who asks: several pages ask every few seconds. */
const FRESH_MS = 2_000;

export interface Figures {
  /** By name. */
  readonly services: readonly ServiceView[];
  /** Aggregates that stand still, in all services that answer. */
  readonly incidents: number;
  /** Open cases that nobody would move on; must be 0. */
  readonly casesWithoutOwner: number;
}

/** How the whole system is, asked of all services at most every two seconds. */
@Injectable()
export class SystemFigures {
  private askedAt = -Infinity;
  private figures: Promise<Figures> | undefined;

  constructor(private readonly statuses: ServiceStatuses) {}

  read(): Promise<Figures> {
    const now = performance.now();
    if (!this.figures || now - this.askedAt > FRESH_MS) {
      this.askedAt = now;
      this.figures = this.ask();
      // What failed is asked for again by whoever comes next.
      this.figures.catch(() => (this.figures = undefined));
    }
    return this.figures;
  }

  private async ask(): Promise<Figures> {
    const reported = await this.statuses.read();
    const services = reported.map(serviceView).sort((a, b) => (a.name < b.name ? -1 : 1));
    const ownerless = reported.flatMap(({ replicas }) =>
      replicas.flatMap((status) => status?.casesWithoutOwner ?? []),
    );
    return {
      services,
      incidents: services.reduce((sum, { incidents = 0 }) => sum + incidents, 0),
      casesWithoutOwner: Math.max(0, ...ownerless),
    };
  }
}
