import { isDeepStrictEqual } from 'node:util';
import { vietnamCalendar } from '@lienthong/calendar';
import { type Decision, type Dossier, type LinkedAgencyId, type ReportOutcome } from '@lienthong/contracts';
import {
  type CaseState,
  ownerOf,
  POLICIES,
  type SagaEventName,
  type SagaNode,
  sagaOf,
  type SagaPath,
  type SagaSnapshot,
} from '@lienthong/procedures';

/** How an officer brings about a report. */
const DECISIONS: { readonly [outcome in ReportOutcome]?: Decision } = {
  approved: 'approve',
  refused: 'refuse',
  'supplement-requested': 'request-supplement',
  'verification-opened': 'verify',
};

const DAY_MS = 86_400_000;

/** What somebody does for an event of the path to happen. */
export type Move =
  | { readonly kind: 'decide'; readonly agency: LinkedAgencyId; readonly decision: Decision }
  | { readonly kind: 'supplement' | 'stop-order-arrives'; readonly agency: LinkedAgencyId }
  | { readonly kind: 'withdraw' | 'stop' | 'correct' | 'cancel' }
  /** The agencies do it by themselves in the course of what was asked before, or a timer does. */
  | { readonly kind: 'nothing' };

/** One dossier on its way along one path. */
export class Walk {
  /** The case as it was last seen. */
  state: CaseState | undefined;
  private done = 0;
  private node: SagaNode;

  constructor(
    readonly path: SagaPath,
    readonly dossier: Dossier,
    readonly dossierNumber: string,
  ) {
    this.node = sagaOf(dossier.procedureGroup, POLICIES.nd63.machineVersion).start(
      path.end.context.chosen,
    ).to;
  }

  get next(): SagaEventName | undefined {
    return this.path.events[this.done];
  }

  /** How it got where it is, for messages about failures. */
  get trail(): string {
    return `${this.dossierNumber}: ${this.path.events.slice(0, this.done).join(' → ')}`;
  }

  /**
   * When the next event can happen at the earliest (epoch ms). A window expires when it is over; and one that opens
   * while another agency's is open opens on a later day, for windows that end together would expire together.
   */
  notBefore(): number {
    const { agency, signal } = parts(this.next);
    if (signal === 'window-expired') return this.progress(agency)?.windowEndsAt ?? Infinity;
    if (signal !== 'supplement-requested') return -Infinity;
    const waiting = this.state?.agencies.filter(({ awaited }) => awaited === 'supplement') ?? [];
    const askedAt = Math.max(...waiting.map((progress) => progress.askedAt ?? -Infinity));
    return Number.isFinite(askedAt) ? vietnamCalendar.nextOpening(startOfNextDay(askedAt)) : -Infinity;
  }

  /** Steps over the next event; answers what has to be done for it. */
  step(): Move {
    const event = this.next;
    if (event === undefined) throw new Error('the path is at its end');
    const step = this.node.next(event);
    if (!step) throw new Error(`the machine offers no ${event}`);
    this.node = step.to;
    this.done++;
    return moveOf(event);
  }

  /** Takes the case as it is now; answers what is wrong with it at this point of the path. */
  look(state: CaseState | undefined): string | undefined {
    this.state = state;
    if (!state) return `${this.trail}: there is no case`;
    if (ownerOf(state) === undefined) return `${this.trail}: nobody owns the case`;
    const expected = this.next === undefined ? this.path.end : this.node.snapshot;
    if (isAutomatic(this.next) || isDeepStrictEqual(comparable(state.snapshot), comparable(expected)))
      return undefined;
    return `${this.trail}: is ${show(state.snapshot)}, should be ${show(expected)}`;
  }

  private progress(agency: LinkedAgencyId | undefined): CaseState['agencies'][number] | undefined {
    return this.state?.agencies.find((progress) => progress.agency === agency);
  }
}

function moveOf(event: SagaEventName): Move {
  const { agency, signal } = parts(event);
  if (agency === undefined) return { kind: event as 'withdraw' | 'stop' | 'correct' | 'cancel' };
  const decision = DECISIONS[signal as ReportOutcome];
  if (decision) return { kind: 'decide', agency, decision };
  if (signal === 'supplement-provided') return { kind: 'supplement', agency };
  return signal === 'stopped' ? { kind: 'stop-order-arrives', agency } : { kind: 'nothing' };
}

function parts(event: SagaEventName | undefined): {
  readonly agency?: LinkedAgencyId;
  readonly signal: string;
} {
  const [agency, signal] = event?.split('.') ?? [];
  return signal === undefined ? { signal: '' } : { agency: agency as LinkedAgencyId, signal };
}

/** What follows a correction or a cancellation runs through without anybody's doing: the case may be ahead of the path. */
function isAutomatic(event: SagaEventName | undefined): boolean {
  return /\.(corrected|revoked)$/.test(event ?? '');
}

/** A deadline that passes is on no path and changes no state: it is only noted. */
function comparable({ value, status, context }: SagaSnapshot): unknown {
  return { value, status, context: { ...context, overdue: [] } };
}

function show(snapshot: SagaSnapshot): string {
  return JSON.stringify(comparable(snapshot));
}

/** Vietnam is seven hours ahead, all year. */
function startOfNextDay(instant: number): number {
  const offset = 7 * 3_600_000;
  return (Math.floor((instant + offset) / DAY_MS) + 1) * DAY_MS - offset;
}
