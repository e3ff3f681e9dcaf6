import { type CaseView, type ProcessingTime, type TimelineEntry } from '@lienthong/contracts';
import { toVietnamIso, withVietnamTimes } from '@lienthong/platform';

type Json = Readonly<Record<string, unknown>>;

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
    ...(view.remarks && { remarks: view.remarks }),
    allowedActions,
    promises: view.promises.map(({ promisedAt, dueAt, ...promise }) => ({
      ...promise,
      promisedAt: toVietnamIso(promisedAt),
      dueAt: toVietnamIso(dueAt),
    })),
    supplements: view.supplements.map(({ agency, until }) => ({ agency, until: toVietnamIso(until) })),
  };
}

export function presentEntry({ at, type, agency, summary, data }: TimelineEntry): Json {
  return {
    at: toVietnamIso(at),
    type,
    ...(agency === undefined ? {} : { agency }),
    summary,
    ...(data === undefined ? {} : { data: withVietnamTimes(data) }),
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
