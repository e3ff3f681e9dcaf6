import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceName } from '@lienthong/service-host';
import { SERVICE_NAMES } from '../../apps/services/src/fleet';
import { type Engine } from '../../infra/engines';
import { type ChaosSystem } from './chaos-system';

/** What times to recover are told by. */
export type MishapKind = 'service' | 'broker' | 'database' | 'rolling restart';

/** Something that goes wrong while dossiers flow. */
export interface Mishap {
  readonly kind: MishapKind;
  readonly name: string;
  /** Processes that it kills. */
  readonly kills: number;
  /** Resolves when nothing is held down any more; from then on the system recovers by itself. */
  readonly happen: (system: ChaosSystem, random: () => number) => Promise<void>;
}

/** Real ms that an engine is away, and that a killed service gets for its new start until it is killed again. */
const AWAY_MS = [500, 2_500] as const;
const NEW_START_MS = [200, 1_500] as const;

/**
 * One wave after the other, what is in a wave at once: every kind of service, some of them twice in a row or both replicas
 * together, and both engines in both ways.
 */
export const WAVES: readonly (readonly Mishap[])[] = [
  [killed('orchestrator', 1), killed('residency', 2)],
  [engine('broker', 'kill', ({ kafka }) => kafka)],
  [killed('gateway', 1), killed('civil-registry', 2)],
  [killedTwice('orchestrator', 2), killed('health-insurance', 2)],
  [engine('database', 'kill', ({ mongo }) => mongo)],
  [killedBoth('civil-registry'), killed('judicial-records', 1)],
  [engine('broker', 'stop', ({ kafka }) => kafka)],
  [killedBoth('orchestrator'), killed('social-benefits', 1)],
  [engine('database', 'stop', ({ mongo }) => mongo)],
  [killedTwice('gateway', 1), killedTwice('civil-registry', 1), killed('residency', 1)],
  [rollingRestart()],
];

function killed(name: ServiceName, replica: number): Mishap {
  return {
    kind: 'service',
    name: `kill ${name} ${replica}`,
    kills: 1,
    happen: (system) => system.kill(system.child(name, replica)),
  };
}

function killedTwice(name: ServiceName, replica: number): Mishap {
  return {
    kind: 'service',
    name: `kill ${name} ${replica} twice`,
    kills: 2,
    happen: async (system, random) => {
      const child = system.child(name, replica);
      const { pid } = child;
      await system.kill(child);
      await system.respawned(child, pid);
      await sleep(between(NEW_START_MS, random));
      await system.kill(child);
    },
  };
}

function killedBoth(name: ServiceName): Mishap {
  return {
    kind: 'service',
    name: `kill both ${name}`,
    kills: 2,
    happen: async (system) => {
      await Promise.all([1, 2].map((replica) => system.kill(system.child(name, replica))));
    },
  };
}

function engine(
  kind: 'broker' | 'database',
  how: 'kill' | 'stop',
  of: (system: ChaosSystem) => Engine,
): Mishap {
  return {
    kind,
    name: `${how} the ${kind}`,
    kills: 0,
    happen: async (system, random) => {
      await of(system)[how]();
      await sleep(between(AWAY_MS, random));
      await of(system).start();
    },
  };
}

/** One replica after the other, as a new version would be brought out. */
function rollingRestart(): Mishap {
  return {
    kind: 'rolling restart',
    name: 'restart one replica of every service',
    kills: 0,
    happen: async (system) => {
      for (const name of SERVICE_NAMES) {
        const how = await system.restart(system.child(name, 1));
        if (how !== 'exit code 0') throw new Error(`${name} was told to stop and ended with ${how}`);
      }
    },
  };
}

function between([from, to]: readonly [number, number], random: () => number): number {
  return from + random() * (to - from);
}
