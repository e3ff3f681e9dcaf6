import { type CaseDetail, type Procedure, type SegmentKind } from '@lienthong/contracts';
import { type Range } from './scale';

export interface LaneSegment extends Range {
  readonly kind: SegmentKind;
}

/** One procedure on the timeline. */
export interface Lane {
  readonly procedure: Procedure;
  readonly segments: readonly LaneSegment[];
  readonly dueAt?: number;
}

/** What a case's timeline shows. Times are epoch ms. */
export interface Lanes {
  readonly lanes: readonly Lane[];
  readonly appointment: number;
  /** Everything that has to be on it. */
  readonly instants: readonly number[];
}

/** @param now of the simulation's clock, where the case is open */
export function lanesOf({ case: view, processingTime }: CaseDetail, now: number | undefined): Lanes {
  const lanes = view.procedures.map(({ procedure, dueAt }) => ({
    procedure,
    segments: processingTime.segments
      .filter((segment) => segment.procedure === procedure)
      .map(({ kind, from, to }) => ({ kind, from: Date.parse(from), to: Date.parse(to) })),
    ...(dueAt !== undefined && { dueAt: Date.parse(dueAt) }),
  }));
  const appointment = Date.parse(view.appointment);
  const instants = [
    Date.parse(view.submittedAt),
    appointment,
    ...lanes.flatMap(({ segments, dueAt }) => [
      ...segments.flatMap(({ from, to }) => [from, to]),
      ...(dueAt === undefined ? [] : [dueAt]),
    ]),
    ...(now === undefined ? [] : [now]),
  ];
  return { lanes, appointment, instants };
}

/** Time by who held it, calendar ms, in the order in which it is told. */
export function sumsOf(segments: readonly LaneSegment[]): readonly (readonly [SegmentKind, number])[] {
  const order: readonly SegmentKind[] = ['transit', 'queue', 'agency', 'applicant'];
  return order.flatMap((kind) => {
    const sum = segments
      .filter((segment) => segment.kind === kind)
      .reduce((total, { from, to }) => total + to - from, 0);
    return sum > 0 ? [[kind, sum] as const] : [];
  });
}
