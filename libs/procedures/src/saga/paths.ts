import {
  PROCEDURE_AGENCY,
  type LinkedAgencyId,
  type Procedure,
  type ProcedureGroup,
} from '@lienthong/contracts';
import { type SnapshotFrom } from 'xstate';
import { getSimplePaths } from 'xstate/graph';
import { POLICIES } from '../policies';
import { type CaseMachine } from './case.machine';
import { type SagaEvent, type SagaEventName } from './saga-events';
import { sagaOf } from './machines';
import { type SagaNode, type SagaSnapshot, type SagaTable } from './saga-table';

/** One way through a saga: play `events` in order and the case rests in `end`. */
export interface SagaPath {
  readonly events: readonly SagaEventName[];
  readonly end: SagaSnapshot;
}

type Live = SnapshotFrom<CaseMachine>;

/**
 * Every supplement request beyond this many a path is left out: enough for one agency asking twice and for
 * two agencies asking at the same time.
 */
const MOST_SUPPLEMENTS = 2;

/**
 * Every simple path of a case from its start to rest, and from each way of resting on: corrected, cancelled,
 * corrected and then cancelled.
 *
 * Three reductions keep the number of paths in the hundreds instead of the millions:
 * - Branches are independent, so of all interleavings of their events one is taken: a branch moves only while
 *   the branches before it rest (settled or waiting for the applicant). A waiting branch's window does not
 *   expire before that of an earlier one that still waits, as in real time. `withdraw` and `stop` come anywhere.
 * - A path has at most two supplement requests in all.
 * - What follows the issue depends on the resting state only: it is played once for each such state, from the
 *   first path that reaches it.
 * A passed deadline changes no state, so it is on no path.
 */
export function simplePaths(
  group: ProcedureGroup,
  procedures: readonly Procedure[],
  version: number = POLICIES.nd63.machineVersion,
): readonly SagaPath[] {
  const table = sagaOf(group, version);
  const chosen = [...new Set(procedures.map((procedure) => PROCEDURE_AGENCY[procedure]))];
  const toRest = pathsToRest(table, chosen);
  return [...toRest, ...firstOfEachEnd(toRest).flatMap((path) => afterIssue(table, path))];
}

function pathsToRest(table: SagaTable, chosen: readonly LinkedAgencyId[]): readonly SagaPath[] {
  const isAtRest = (live: Live): boolean => typeof live.value === 'object' && 'settled' in live.value;
  const name = naming(table);
  const paths = getSimplePaths(table.machine, {
    input: { chosen },
    events: (live) => offered(table.node(live), chosen),
    serializeState: name,
    stopWhen: isAtRest,
    toState: isAtRest,
  });
  return paths
    .map(({ state, steps }) => ({
      events: steps.map(({ event }) => event.type).filter((event) => !isInternal(event)),
      end: table.node(state).snapshot,
    }))
    .filter(({ events }) => canHappen(events));
}

/** Short names for states: the search compares them millions of times. */
function naming(table: SagaTable): (live: Live) => string {
  const names = new Map<SagaNode, string>();
  const known = new WeakMap<Live, string>();
  return (live) => {
    let name = known.get(live);
    if (name === undefined) {
      const node = table.node(live);
      name = names.get(node) ?? String(names.size);
      names.set(node, name);
      known.set(live, name);
    }
    return name;
  };
}

/** XState's own first step of a path. */
function isInternal(event: string): boolean {
  return event.startsWith('xstate.');
}

const REPORTS = ['approved', 'refused', 'supplement-requested', 'verification-opened', 'stopped'] as const;
const APPLICANT = ['supplement-provided', 'window-expired'] as const;

function offered(node: SagaNode, chosen: readonly LinkedAgencyId[]): readonly SagaEvent[] {
  const names: SagaEventName[] = ['withdraw', 'stop'];
  let earlierWaits = false;
  for (const agency of chosen) {
    const waits = node.phase(agency) === 'awaiting-supplement';
    for (const signal of [...REPORTS, ...APPLICANT]) {
      if (signal === 'window-expired' && earlierWaits) continue;
      if (signal === 'supplement-requested' && node.snapshot.context.supplements.length >= MOST_SUPPLEMENTS)
        continue;
      names.push(`${agency}.${signal}`);
    }
    earlierWaits ||= waits;
    const rests = waits || !['requested', 'verifying', 'stopping'].includes(node.phase(agency));
    if (!rests) break;
  }
  return names.filter((name) => node.next(name) !== undefined).map((type) => ({ type }) as SagaEvent);
}

/** An agency that waited for the applicant when it was told to stop has no result under way. */
function canHappen(events: readonly SagaEventName[]): boolean {
  const waiting = new Set<string>();
  let ended = false;
  for (const event of events) {
    if (event === 'withdraw' || event === 'stop') ended = true;
    const [agency = '', signal] = event.split('.');
    if (signal === 'supplement-requested') waiting.add(agency);
    else if (signal === 'supplement-provided') waiting.delete(agency);
    else if (signal === 'window-expired') ended = true;
    else if (ended && waiting.has(agency) && signal !== 'stopped') return false;
  }
  return true;
}

function firstOfEachEnd(paths: readonly SagaPath[]): readonly SagaPath[] {
  const ends = new Map<string, SagaPath>();
  for (const path of paths) {
    const { value, context } = path.end;
    const key = JSON.stringify([value, context.issued]);
    if (!ends.has(key)) ends.set(key, path);
  }
  return [...ends.values()];
}

function afterIssue(table: SagaTable, path: SagaPath): readonly SagaPath[] {
  const start = table.at(path.end);
  if (!start.next('correct')) return [];
  const corrected = play(start, 'correct');
  const cancelled = play(start, 'cancel');
  const both = play(corrected.node, 'cancel');
  return [corrected.events, cancelled.events, [...corrected.events, ...both.events]].map((events, i) => ({
    events: [...path.events, ...events],
    end: [corrected, cancelled, both][i]?.node.snapshot ?? path.end,
  }));
}

/** Plays after-issue work, in which at every moment each agency that is told to act answers, in order of choice. */
function play(
  start: SagaNode,
  first: SagaEventName,
): { readonly events: readonly SagaEventName[]; readonly node: SagaNode } {
  const events: SagaEventName[] = [];
  let node = start;
  for (let event: SagaEventName | undefined = first; event !== undefined; event = answer(node)) {
    const step = node.next(event);
    if (!step) throw new Error(`${event} is not offered`);
    events.push(event);
    node = step.to;
  }
  return { events, node };
}

function answer(node: SagaNode): SagaEventName | undefined {
  for (const agency of node.snapshot.context.chosen) {
    const phase = node.phase(agency);
    if (phase === 'correcting') return `${agency}.corrected`;
    if (phase === 'revoking') return `${agency}.revoked`;
  }
  return undefined;
}
