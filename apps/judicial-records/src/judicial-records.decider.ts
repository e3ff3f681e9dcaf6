import { isoDay, startOfDay, type WorkingCalendar } from '@lienthong/calendar';
import {
  type AgencyReported,
  type CorrectionData,
  type CriminalRecordAcknowledgement,
  type CriminalRecordEvent,
  type CriminalRecordOwner,
  type DeceasedIdentified,
  type Message,
} from '@lienthong/contracts';
import {
  type Decider,
  type Decision,
  type DecisionContext,
  type Timer,
  type TimerFired,
} from '@lienthong/engine';
import { hashText, triangular, unitOf } from '@lienthong/simulation';
import { type PersonFile } from './person-file';
import { personReference } from './person-reference';
import { hasJudicialRecord } from './record-register';

export interface JudicialRecordsOptions {
  readonly seed: number;
  /** Share of the deceased that have a record, in [0, 1]. */
  readonly share: number;
  readonly pace: 'instant' | 'working-time';
  readonly calendar: WorkingCalendar;
  /** Calendar days within which a death should be acknowledged: a planning value, unverified. */
  readonly acknowledgeWithinDays: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 480;
const EXAMINED = 'examined';
const ACKNOWLEDGEMENT_DUE = 'acknowledgement-due';
const NO_TIMERS: readonly Timer[] = [];

/** The day the function moved from the Ministry of Justice to the Ministry of Public Security (Bộ Công an). */
const MOVED_AT = startOfDay('2025-03-01');

type Reaction = 'death' | 'identification' | 'correction' | 'cancellation';

/** What of the registry's messages is about a person. */
export type RegistryTold = AgencyReported | DeceasedIdentified;

/** A birth is left out by rule: a newborn has no record. */
const REACTIONS: Readonly<Record<string, Reaction>> = {
  'vn.lienthong.death.registered.v1': 'death',
  'vn.lienthong.deceased.identified.v1': 'identification',
  'vn.lienthong.certificate.corrected.v1': 'correction',
  'vn.lienthong.death-registration.cancelled.v1': 'cancellation',
};

/**
 * The criminal-record database (cơ sở dữ liệu lý lịch tư pháp), which is no part of NĐ 63/2024: it listens to the
 * civil registry, marks the deceased in office hours and acknowledges. One file a person.
 */
export class JudicialRecordsDecider implements Decider<PersonFile, RegistryTold> {
  readonly service = 'judicial-records';
  readonly facets = { status: { of: (file: PersonFile) => file.status } };

  constructor(private readonly options: JudicialRecordsOptions) {}

  target(message: Message): string | undefined {
    if (!Object.hasOwn(REACTIONS, message.type)) return undefined;
    const personalId = (message as RegistryTold).data.registrySubject?.personalId;
    return personalId === undefined ? undefined : personReference(personalId);
  }

  timers(file: PersonFile): readonly Timer[] {
    if (file.status !== 'queued' || file.readyAt === undefined) return NO_TIMERS;
    const examined = { name: EXAMINED, dueAt: file.readyAt };
    return file.overdue ? [examined] : [examined, { name: ACKNOWLEDGEMENT_DUE, dueAt: file.acknowledgeBy }];
  }

  decide(
    file: PersonFile | undefined,
    input: RegistryTold | TimerFired,
    context: DecisionContext,
  ): Decision<PersonFile> | undefined {
    if (input.type === 'timer.fired') return file && this.timeIsUp(file, input, context);
    const { registrySubject, correction: number } = input.data;
    if (!registrySubject) return undefined;
    switch (REACTIONS[input.type]) {
      case 'death':
        return this.deathRegistered(file, registrySubject.personalId, input.subject, context);
      case 'identification':
        return this.identified(file, registrySubject.personalId, input.subject, number, context);
      case 'correction':
        return (
          file &&
          registrySubject.correction &&
          corrected(file, input.subject, number, registrySubject.correction, context.now)
        );
      case 'cancellation':
        return file && reopened(file, input.subject);
      default:
        return undefined;
    }
  }

  /** A dossier registers a death once; another may do so after a cancellation. */
  private deathRegistered(
    file: PersonFile | undefined,
    personalId: string,
    dossierNumber: string,
    context: DecisionContext,
  ): Decision<PersonFile> | undefined {
    if (file && (file.status !== 'reopened' || file.dossierNumber === dossierNumber)) return undefined;
    return this.opened(file, personalId, dossierNumber, context);
  }

  /** The correction of a certificate says that it is this person who died. */
  private identified(
    file: PersonFile | undefined,
    personalId: string,
    dossierNumber: string,
    correction: number | undefined,
    context: DecisionContext,
  ): Decision<PersonFile> | undefined {
    if (file && (file.status !== 'reopened' || isKnown(file, dossierNumber, correction))) return undefined;
    return this.opened(file, personalId, dossierNumber, context, correction);
  }

  private opened(
    file: PersonFile | undefined,
    personalId: string,
    dossierNumber: string,
    context: DecisionContext,
    correction?: number,
  ): Decision<PersonFile> {
    const { seed, share, calendar, pace, acknowledgeWithinDays } = this.options;
    const { now } = context;
    const instant = pace === 'instant';
    const startedAt = instant ? now : calendar.nextOpening(now);
    const queued: PersonFile = {
      status: 'queued',
      personalId,
      dossierNumber,
      hasRecord: hasJudicialRecord(seed, personalId, Number(isoDay(now).slice(0, 4)), share),
      receivedAt: now,
      startedAt,
      ...(!instant && { readyAt: this.readyAt(startedAt, dossierNumber) }),
      acknowledgeBy: now + acknowledgeWithinDays * DAY_MS,
      overdue: false,
      ...(file?.corrections && { corrections: file.corrections }),
      ...(correction !== undefined && { correction }),
    };
    return instant ? acknowledged(queued, context) : { state: queued };
  }

  private timeIsUp(
    file: PersonFile,
    { name }: TimerFired,
    context: DecisionContext,
  ): Decision<PersonFile> | undefined {
    if (file.status !== 'queued') return undefined;
    return name === EXAMINED ? acknowledged(file, context) : { state: { ...file, overdue: true } };
  }

  private readyAt(startedAt: number, dossierNumber: string): number {
    const { seed, calendar } = this.options;
    const days = triangular(unitOf(hashText(seed, dossierNumber), 0), 0.2, 1, 3);
    const end = calendar.addWorkingMs(startedAt, Math.round(days * MINUTES_A_DAY) * MINUTE_MS);
    return Math.ceil(end / MINUTE_MS) * MINUTE_MS;
  }
}

/** Who keeps the records at `instant`. */
export function ownerAt(instant: number): CriminalRecordOwner {
  return instant < MOVED_AT ? 'ministry-of-justice' : 'ministry-of-public-security';
}

function acknowledged(file: PersonFile, { id, now }: DecisionContext): Decision<PersonFile> {
  const { readyAt: _readyAt, ...rest } = file;
  const owner = ownerAt(now);
  const overdue = file.overdue || now > file.acknowledgeBy;
  const status = file.hasRecord ? 'marked-deceased' : 'not-applicable';
  const data: CriminalRecordAcknowledgement = {
    reference: id,
    owner,
    receivedAt: file.receivedAt,
    acknowledgedAt: now,
    overdue,
  };
  const type: CriminalRecordEvent['type'] = `vn.lienthong.criminal-record.${status}.v1`;
  return {
    state: { ...rest, status, overdue, acknowledgedAt: now, owner },
    messages: [{ topic: 'judicial-records.events', type, subject: file.dossierNumber, data }],
  };
}

/**
 * Identity data of a record follow the register; the values of before stay on file. Where the personal id was wrong it was
 * somebody else who died: this person counts as living again.
 */
function corrected(
  file: PersonFile,
  dossierNumber: string,
  correction: number | undefined,
  data: CorrectionData,
  at: number,
): Decision<PersonFile> | undefined {
  if (file.dossierNumber !== dossierNumber || isKnown(file, dossierNumber, correction)) return undefined;
  const told = {
    ...file,
    ...(correction !== undefined && { correction }),
    ...(file.hasRecord && { corrections: [...(file.corrections ?? []), { at, data }] }),
  };
  const personalId = data['deceased.personalId'];
  if (personalId !== undefined && personalId !== file.personalId) return reopened(told, dossierNumber);
  return file.hasRecord ? { state: told } : undefined;
}

/** Whether a correction of this dossier has taken effect before. */
function isKnown(file: PersonFile, dossierNumber: string, correction: number | undefined): boolean {
  return (
    correction !== undefined && file.dossierNumber === dossierNumber && correction <= (file.correction ?? 0)
  );
}

/** The death was registered wrongly: the person counts as living again. */
function reopened(file: PersonFile, dossierNumber: string): Decision<PersonFile> | undefined {
  if (file.status === 'reopened' || file.dossierNumber !== dossierNumber) return undefined;
  const { readyAt: _readyAt, ...rest } = file;
  return { state: { ...rest, status: 'reopened' } };
}
