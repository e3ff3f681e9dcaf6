import { CASE_STATUSES, type CaseView, type ProcessingTime } from '@lienthong/contracts';
import { parseInstant } from '@lienthong/platform';
import { isRecord } from '../client/problem-answer';

type Json = Readonly<Record<string, unknown>>;

/** An answer is not what the API promises. The message names the field, never what it holds. */
export class UnreadableAnswer extends Error {
  readonly code = 'unreadable-answer';

  constructor(message: string) {
    super(message);
    this.name = 'UnreadableAnswer';
  }
}

/**
 * A case as `GET /v1/dossiers/{n}` shows it, its times back as epoch ms.
 * @throws UnreadableAnswer
 */
export function readCaseView(json: Json): CaseView {
  const view = {
    ...json,
    submittedAt: instant(json, 'submittedAt'),
    ...optionalInstant(json, 'acceptedAt'),
    appointment: instant(json, 'appointment'),
    ...optionalInstant(json, 'finishedAt'),
    procedures: list(json, 'procedures').map((procedure) => ({
      ...procedure,
      ...optionalInstant(procedure, 'startedAt'),
      ...optionalInstant(procedure, 'dueAt'),
      ...optionalInstant(procedure, 'finishedAt'),
    })),
    promises: list({ promises: [], ...json }, 'promises').map((promise) => ({
      ...promise,
      promisedAt: instant(promise, 'promisedAt'),
      dueAt: instant(promise, 'dueAt'),
    })),
    // Gateways that know the published names only do not tell these two.
    supplements: list({ supplements: [], ...json }, 'supplements').map((supplement) => ({
      ...supplement,
      until: instant(supplement, 'until'),
    })),
  };
  if (!CASE_STATUSES.some((status) => status === json['status']))
    throw new UnreadableAnswer('status is not a status of a case');
  return view as unknown as CaseView;
}

const TOTALS = [
  'calendarMs',
  'workingMs',
  'netWorkingMs',
  'applicantWorkingMs',
  'limitWorkingDays',
  'pausedMs',
] as const;

/**
 * What `GET …/processing-time` shows, its times back as epoch ms.
 * @throws UnreadableAnswer
 */
export function readProcessingTime(json: Json): ProcessingTime {
  const { total } = json;
  if (!isRecord(total)) throw new UnreadableAnswer('total is not an object');
  for (const name of TOTALS)
    if (typeof total[name] !== 'number') throw new UnreadableAnswer(`total.${name} is not a number`);
  const segments = list(json, 'segments').map((segment) => ({
    ...segment,
    from: instant(segment, 'from'),
    to: instant(segment, 'to'),
  }));
  return { total, segments } as unknown as ProcessingTime;
}

function list(json: Json, name: string): readonly Json[] {
  const value = json[name];
  if (!Array.isArray(value) || !value.every(isRecord))
    throw new UnreadableAnswer(`${name} is not a list of objects`);
  return value;
}

function instant(json: Json, name: string): number {
  const value = json[name];
  const ms = typeof value === 'string' ? parseInstant(value) : undefined;
  if (ms === undefined) throw new UnreadableAnswer(`${name} is not an instant`);
  return ms;
}

function optionalInstant(json: Json, name: string): Json {
  return json[name] === undefined ? {} : { [name]: instant(json, name) };
}
