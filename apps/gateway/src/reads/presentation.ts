import { type CaseView, type ProcessingTime, type TimelineEntry } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';

type Json = Readonly<Record<string, unknown>>;

/** Members of a history entry's data that are instants. */
const INSTANT_NAME = /(?:^at|At|^until|^appointment|^promised|^from|^to|EndsAt)$/;
/** 2001-09-09: smaller numbers are counts and durations, whatever their name. */
const EARLIEST_INSTANT = 1e12;

/** A case as the API shows it: every time as ISO 8601 with `+07:00`. */
export function presentCase(view: CaseView): Json {
  const {
    dossierNumber,
    procedureGroup,
    status,
    nationalStatus,
    linkedStatus,
    policy,
    overdue,
    allowedActions,
  } = view;
  return {
    dossierNumber,
    procedureGroup,
    status,
    nationalStatus,
    linkedStatus,
    policy,
    submittedAt: toVietnamIso(view.submittedAt),
    ...optionalTime('acceptedAt', view.acceptedAt),
    appointment: toVietnamIso(view.appointment),
    ...optionalTime('finishedAt', view.finishedAt),
    overdue,
    procedures: view.procedures.map(({ startedAt, dueAt, finishedAt, ...procedure }) => ({
      ...procedure,
      ...optionalTime('startedAt', startedAt),
      ...optionalTime('dueAt', dueAt),
      ...optionalTime('finishedAt', finishedAt),
    })),
    allowedActions,
    supplements: view.supplements.map(({ agency, until }) => ({ agency, until: toVietnamIso(until) })),
  };
}

export function presentEntry({ at, type, agency, summary, data }: TimelineEntry): Json {
  return {
    at: toVietnamIso(at),
    type,
    ...(agency === undefined ? {} : { agency }),
    summary,
    ...(data === undefined ? {} : { data: withIsoTimes(data) }),
  };
}

export function presentProcessingTime({ total, segments }: ProcessingTime): Json {
  return {
    total,
    segments: segments.map(({ from, to, ...segment }) => ({
      ...segment,
      from: toVietnamIso(from),
      to: toVietnamIso(to),
    })),
  };
}

function optionalTime(name: string, instant: number | undefined): Json {
  return instant === undefined ? {} : { [name]: toVietnamIso(instant) };
}

function withIsoTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIsoTimes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      typeof part === 'number' && part >= EARLIEST_INSTANT && INSTANT_NAME.test(name)
        ? toVietnamIso(part)
        : withIsoTimes(part),
    ]),
  );
}
