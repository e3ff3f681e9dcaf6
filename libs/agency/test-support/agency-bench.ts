import {
  type AgencyDecider,
  type AgencyInput,
  type AgencyOptions,
  type AgencyRecord,
  type AgencySpec,
  createAgencyDecider,
  type WorkItem,
} from '@lienthong/agency';
import { vietnamCalendar } from '@lienthong/calendar';
import {
  type AgencyCommand,
  type AgencyReport,
  type Dossier,
  officeOf,
  PROCEDURE_AGENCY,
  type RegistrySubject,
  type WorkRequest,
} from '@lienthong/contracts';
import { type Outgoing } from '@lienthong/engine';
import { ratesFor } from '@lienthong/simulation';
import { AggregateBench, message } from './aggregate-bench';
import { type Registers } from './registers';
import { SAMPLE_CERTIFICATE } from './sample-dossiers';

export const OPTIONS: AgencyOptions = {
  seed: 63,
  mode: 'auto',
  pace: 'working-time',
  calendar: vietnamCalendar,
  rates: ratesFor,
};

/** Monday 16 November 2026, 09:00 in Vietnam. */
export const MONDAY_AT_NINE = Date.parse('2026-11-16T09:00:00+07:00');

export const SAMPLE_NUMBER = 'G22.99.08-20261116-0000001';

type Registration = Required<Pick<WorkRequest, 'certificate' | 'personalId'>>;

const REGISTRATION: Registration = { certificate: SAMPLE_CERTIFICATE, personalId: '001226000001' };

/** A report as it stands on the topic. */
export type SentReport = AgencyReport & { readonly registrySubject?: RegistrySubject };

/** One work item of an agency, driven by hand. */
export class AgencyBench<Facts, Rec extends AgencyRecord> extends AggregateBench<
  WorkItem<Facts, Rec>,
  AgencyInput
> {
  constructor(
    private readonly spec: AgencySpec<Facts, Rec>,
    options: Partial<AgencyOptions> = {},
    id = SAMPLE_NUMBER,
    registers?: Registers,
  ) {
    super(deciderOf(spec, options), id, registers);
  }

  /** The saga's command for `dossier`; `registration` is what the registry made of it. */
  request(
    dossier: Dossier,
    now: number,
    registration: Partial<Registration> = REGISTRATION,
    office?: string,
  ): readonly Outgoing[] {
    const { agency } = this.spec;
    const data: WorkRequest = {
      attempt: 1,
      procedures: dossier.procedures.filter((procedure) => PROCEDURE_AGENCY[procedure] === agency),
      office: office ?? officeOf(dossier, agency) ?? '',
      policy: 'nd63',
      dossier,
      dueAt: now + 86_400_000,
      ...(agency !== 'civil-registry' && registration),
    };
    return this.command('vn.lienthong.work.requested.v1', data, now);
  }

  command<Type extends AgencyCommand['type']>(
    type: Type,
    data: Extract<AgencyCommand, { type: Type }>['data'],
    now: number,
  ): readonly Outgoing[] {
    return this.give(message<AgencyCommand>(type, this.id, data, now), now);
  }

  /** The last report sent. */
  get lastReport(): SentReport {
    return this.sent.at(-1)?.data as SentReport;
  }
}

function deciderOf<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  options: Partial<AgencyOptions>,
): AgencyDecider<Facts, Rec> {
  return createAgencyDecider(spec, { ...OPTIONS, ...options });
}
