import { AggregateBench, message, MONDAY_AT_NINE } from '../../../libs/agency/test-support';
import { vietnamCalendar } from '@lienthong/calendar';
import { type AgencyReported, type CorrectionData, type Message } from '@lienthong/contracts';
import {
  JudicialRecordsDecider,
  type JudicialRecordsOptions,
  ownerAt,
  type RegistryTold,
} from './judicial-records.decider';
import { type PersonFile } from './person-file';
import { personReference } from './person-reference';
import { hasJudicialRecord } from './record-register';

const PERSON = '001045022222';
const DOSSIER = 'G22.99.08-20261116-0000001';
const DAY_MS = 86_400_000;

type Bench = AggregateBench<PersonFile, RegistryTold>;

function deciderWith(options: Partial<JudicialRecordsOptions> = {}): JudicialRecordsDecider {
  return new JudicialRecordsDecider({
    seed: 63,
    share: 1,
    pace: 'working-time',
    calendar: vietnamCalendar,
    acknowledgeWithinDays: 10,
    ...options,
  });
}

function bench(options: Partial<JudicialRecordsOptions> = {}): Bench {
  return new AggregateBench(deciderWith(options), personReference(PERSON));
}

function told(
  type: AgencyReported['type'],
  dossierNumber = DOSSIER,
  correction?: CorrectionData,
  personalId = PERSON,
): AgencyReported {
  return message<Message>(type, dossierNumber, {
    registrySubject: { personalId, ...(correction && { correction }) },
  }) as AgencyReported;
}

const death = (dossierNumber?: string): AgencyReported =>
  told('vn.lienthong.death.registered.v1', dossierNumber);
const cancelled = (dossierNumber?: string): AgencyReported =>
  told('vn.lienthong.death-registration.cancelled.v1', dossierNumber);

describe('judicial records', () => {
  it('marks the deceased in office hours and acknowledges without criminal or personal data', () => {
    const one = bench();
    expect(one.give(death(), MONDAY_AT_NINE)).toEqual([]);
    const examined = one.timers()[0]!.dueAt;
    const sent = one.fireNext()!;
    expect(sent).toEqual([
      {
        topic: 'judicial-records.events',
        type: 'vn.lienthong.criminal-record.marked-deceased.v1',
        subject: DOSSIER,
        data: {
          reference: personReference(PERSON),
          owner: 'ministry-of-public-security',
          receivedAt: MONDAY_AT_NINE,
          acknowledgedAt: examined,
          overdue: false,
        },
      },
    ]);
    expect(JSON.stringify(sent)).not.toContain(PERSON);
    expect(vietnamCalendar.nextOpening(examined - 1)).toBe(examined - 1);
    expect(one.timers()).toEqual([]);
  });

  it('acknowledges a person without record as not applicable', () => {
    const one = bench({ share: 0 });
    one.give(death(), MONDAY_AT_NINE);
    expect(one.fireNext()?.[0]?.type).toBe('vn.lienthong.criminal-record.not-applicable.v1');
  });

  it('flags an acknowledgement after its limit: over Tết ten calendar days are short', () => {
    const one = bench({ acknowledgeWithinDays: 1 });
    const friday = Date.parse('2026-11-20T16:59:00+07:00');
    one.give(death(), friday);
    expect(one.fireNext()).toEqual([]);
    expect(one.state).toMatchObject({ overdue: true, status: 'queued', acknowledgeBy: friday + DAY_MS });
    one.fireNext();
    expect(one.sent[0]?.data).toMatchObject({ overdue: true });
  });

  it('acknowledges at once at instant pace', () => {
    const one = bench({ pace: 'instant' });
    expect(one.give(death(), MONDAY_AT_NINE)).toHaveLength(1);
  });

  it('hears a death once, however often it is told', () => {
    const one = bench();
    one.give(death(), MONDAY_AT_NINE);
    one.fireNext();
    const { state } = one;
    expect(one.give(death(), MONDAY_AT_NINE + 1)).toEqual([]);
    expect(one.state).toBe(state);
  });

  it('reopens on a cancellation, and marks again only for another dossier', () => {
    const one = bench();
    one.give(death(), MONDAY_AT_NINE);
    one.fireNext();
    one.give(cancelled(), MONDAY_AT_NINE + 1);
    expect(one.state?.status).toBe('reopened');
    one.give(death(), MONDAY_AT_NINE + 2);
    expect(one.state?.status).toBe('reopened');
    one.give(death('other'), MONDAY_AT_NINE + 3);
    expect(one.state).toMatchObject({ status: 'queued', dossierNumber: 'other' });
    one.give(cancelled(), MONDAY_AT_NINE + 4);
    expect(one.state?.status).toBe('queued');
  });

  it('drops the examination of a death that was cancelled before', () => {
    const one = bench();
    one.give(death(), MONDAY_AT_NINE);
    one.give(cancelled(), MONDAY_AT_NINE + 1);
    expect(one.timers()).toEqual([]);
  });

  it('keeps every value that identity data have had', () => {
    const one = bench();
    one.give(death(), MONDAY_AT_NINE);
    one.give(told('vn.lienthong.certificate.corrected.v1', DOSSIER, { 'deceased.fullName': 'A' }), 1);
    one.give(told('vn.lienthong.certificate.corrected.v1', DOSSIER, { 'deceased.fullName': 'B' }), 2);
    expect(one.state?.corrections).toEqual([
      { at: 1, data: { 'deceased.fullName': 'A' } },
      { at: 2, data: { 'deceased.fullName': 'B' } },
    ]);
    expect(bench().give(told('vn.lienthong.certificate.corrected.v1', DOSSIER, { a: 1 }), 1)).toEqual([]);
  });

  it('lets a person live again whose personal id stood on the certificate by mistake, once a correction', () => {
    const other = '001045099999';
    const correctedTo = (personalId: string, correction: number): AgencyReported => {
      const report = told('vn.lienthong.certificate.corrected.v1', DOSSIER, {
        'deceased.personalId': personalId,
      });
      return { ...report, data: { ...report.data, correction } };
    };
    const identified = (correction: number): RegistryTold =>
      message<Message>('vn.lienthong.deceased.identified.v1', DOSSIER, {
        correction,
        registrySubject: { personalId: PERSON },
      }) as RegistryTold;
    const one = bench();
    one.give(death(), MONDAY_AT_NINE);
    one.give(correctedTo(other, 1), MONDAY_AT_NINE + 1);
    expect([one.state?.status, one.timers()]).toEqual(['reopened', []]);
    one.give(identified(2), MONDAY_AT_NINE + 2);
    expect(one.state?.status).toBe('queued');
    one.give(correctedTo(other, 1), MONDAY_AT_NINE + 3);
    one.give(identified(2), MONDAY_AT_NINE + 3);
    expect(one.state?.status).toBe('queued');
    expect(deciderWith().target(identified(1))).toBe(personReference(PERSON));
  });

  it('keeps personal ids out of its aggregate ids, and births out of its files', () => {
    const decider = deciderWith();
    expect(decider.target(death())).toBe(personReference(PERSON));
    expect(personReference(PERSON)).not.toContain(PERSON);
    expect(decider.target(told('vn.lienthong.birth.registered.v1'))).toBeUndefined();
    expect(decider.target(told('vn.lienthong.birth-registration.cancelled.v1'))).toBeUndefined();
  });

  it('changed hands on 1 March 2025', () => {
    const change = Date.parse('2025-03-01T00:00:00+07:00');
    expect(ownerAt(change - 1)).toBe('ministry-of-justice');
    expect(ownerAt(change)).toBe('ministry-of-public-security');
  });
});

describe('hasJudicialRecord', () => {
  it('holds for the planned share of adults and for no child', () => {
    let adults = 0;
    let children = 0;
    for (let n = 0; n < 20_000; n++) {
      const serial = String(n).padStart(6, '0');
      if (hasJudicialRecord(63, `001060${serial}`, 2026, 0.03)) adults++;
      if (hasJudicialRecord(63, `001215${serial}`, 2026, 1)) children++;
    }
    expect(children).toBe(0);
    expect(adults / 20_000).toBeCloseTo(0.03, 2);
  });
});
