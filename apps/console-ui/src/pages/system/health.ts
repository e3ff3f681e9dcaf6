import { type ServiceView, type SystemView } from '@lienthong/contracts';
import { casesPath } from '../../api/case-filters';

export type ServiceState = 'up' | 'notReady' | 'down';

/** What needs a person; `services` or `count` says of what, `to` where one sees it. */
export interface Problem {
  readonly kind: 'down' | 'notReady' | 'outbox' | 'timers' | 'incidents' | 'withoutOwner';
  readonly services?: readonly string[];
  readonly count?: number;
  readonly to?: string;
}

/** Real ms from which on a delay is no longer the ordinary pace of a service. */
const OUTBOX_LATE_MS = 10_000;
const TIMERS_LATE_MS = 30_000;

export function stateOf({ up, ready }: ServiceView): ServiceState {
  if (!up) return 'down';
  return ready ? 'up' : 'notReady';
}

export function isOutboxLate({ outboxAgeMs = 0 }: ServiceView): boolean {
  return outboxAgeMs > OUTBOX_LATE_MS;
}

export function areTimersLate({ timersLateMs = 0 }: ServiceView): boolean {
  return timersLateMs > TIMERS_LATE_MS;
}

/** Everything that is not as it should be, the gravest first; nothing when all is well. */
export function problemsOf({ services, incidents, casesWithoutOwner }: SystemView): readonly Problem[] {
  const among = (kind: Problem['kind'], holds: (service: ServiceView) => boolean): readonly Problem[] => {
    const names = services.filter(holds).map(({ name }) => name);
    return names.length === 0 ? [] : [{ kind, services: names }];
  };
  return [
    ...among('down', (service) => stateOf(service) === 'down'),
    ...among('notReady', (service) => stateOf(service) === 'notReady'),
    ...(casesWithoutOwner > 0
      ? [{ kind: 'withoutOwner' as const, count: casesWithoutOwner, to: casesPath({ withoutOwner: true }) }]
      : []),
    ...(incidents > 0 ? [{ kind: 'incidents' as const, count: incidents, to: '/incidents' }] : []),
    ...among('outbox', isOutboxLate),
    ...among('timers', areTimersLate),
  ];
}
