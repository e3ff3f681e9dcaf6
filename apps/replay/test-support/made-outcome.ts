import { isoDay, vietnamCalendar } from '@lienthong/calendar';
import {
  type CaseStatus,
  type CaseView,
  type Dossier,
  officeOf,
  PROCEDURE_AGENCY,
  type ProcessingTime,
  type Procedure,
  type ProcedureView,
  type Segment,
  type SegmentKind,
} from '@lienthong/contracts';
import { limitsFor, netTime, policyFor } from '@lienthong/procedures';
import { type Outcome } from '../src/outcome';

/** What happened to one procedure: who held it for how long, in turn (ms). Left out: it has not begun. */
export type Course = readonly (readonly [kind: SegmentKind, ms: number])[];

export interface Making {
  readonly dossier: Dossier;
  readonly submittedAt: number;
  readonly dossierNumber?: string;
  /** The first is the registry's; the others begin where it ends. */
  readonly courses: readonly Course[];
  /** Undefined: open. */
  readonly status?: CaseStatus;
  readonly verified?: boolean;
  /** Where it is not the limit counted from the filing. */
  readonly appointment?: number;
  readonly overdue?: boolean;
  readonly onTime?: boolean;
  readonly accepted?: boolean;
}

/** An outcome as the system would tell it, put together without the system. */
export function madeOutcome(making: Making): Outcome {
  const { dossier, submittedAt, courses, status, verified = false } = making;
  const policy = policyFor(submittedAt);
  const limits = limitsFor(policy, dossier);
  const limitWorkingDays = verified ? limits.total.verifiedWorkingDays : limits.total.workingDays;
  const procedures: readonly Procedure[] = dossier.procedures;
  const registered = submittedAt + length(courses[0] ?? []);
  const segments = procedures.flatMap((procedure, i) =>
    segmentsOf(procedure, courses[i] ?? [], i === 0 ? submittedAt : registered),
  );
  const finishedAt = status && segments.reduce((last, { to }) => Math.max(last, to), submittedAt);
  const appointment = making.appointment ?? vietnamCalendar.limit(submittedAt, limitWorkingDays).dueAt;
  const overdue = making.overdue ?? (finishedAt ?? 0) > appointment;
  const onTime = finishedAt === undefined ? undefined : (making.onTime ?? !overdue);
  const dossierNumber =
    making.dossierNumber ?? `G22.99.08-${isoDay(submittedAt).replaceAll('-', '')}-0000001`;
  const view: CaseView = {
    dossierNumber,
    procedureGroup: dossier.procedureGroup,
    status: status ?? 'in-progress',
    nationalStatus: { code: 0, label: '' },
    linkedStatus: { code: 0, label: '' },
    policy,
    submittedAt,
    ...(making.accepted === false ? {} : { acceptedAt: submittedAt }),
    appointment,
    ...(finishedAt === undefined ? {} : { finishedAt }),
    overdue,
    procedures: procedures.map((procedure) =>
      procedureView(
        procedure,
        dossier,
        segments.filter((each) => each.procedure === procedure),
        status,
      ),
    ),
    allowedActions: [],
    promises: [],
    supplements: [],
  };
  const time: ProcessingTime = {
    total: {
      calendarMs: (finishedAt ?? submittedAt) - submittedAt,
      ...netTime(
        { from: submittedAt, to: finishedAt ?? submittedAt },
        segments.filter(({ kind }) => kind === 'applicant'),
        vietnamCalendar,
      ),
      limitWorkingDays,
      pausedMs: pausedMs(segments),
      ...(onTime === undefined ? {} : { onTime }),
    },
    segments,
  };
  return { submittedAt, idempotencyKey: dossierNumber, dossier, dossierNumber, view, time };
}

function segmentsOf(procedure: Procedure, course: Course, from: number): readonly Segment[] {
  let at = from;
  return course.map(([kind, ms]) => ({
    procedure,
    agency: PROCEDURE_AGENCY[procedure],
    kind,
    from: at,
    to: (at += ms),
    calendarMs: ms,
  }));
}

function procedureView(
  procedure: Procedure,
  dossier: Dossier,
  segments: readonly Segment[],
  status: CaseStatus | undefined,
): ProcedureView {
  const agency = PROCEDURE_AGENCY[procedure];
  const startedAt = segments[0]?.from;
  const finishedAt = status && segments.at(-1)?.to;
  return {
    procedure,
    agency,
    office: officeOf(dossier, agency) ?? '',
    status: startedAt === undefined ? 'not-started' : finishedAt === undefined ? 'in-progress' : 'completed',
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt, onTime: true }),
  };
}

/** Waits of several procedures at the same time count once. */
function pausedMs(segments: readonly Segment[]): number {
  let until = -Infinity;
  return segments
    .filter(({ kind }) => kind === 'applicant')
    .sort((a, b) => a.from - b.from)
    .reduce((sum, { from, to }) => {
      const counted = Math.max(0, to - Math.max(from, until));
      until = Math.max(until, to);
      return sum + counted;
    }, 0);
}

function length(course: Course): number {
  return course.reduce((sum, [, ms]) => sum + ms, 0);
}
