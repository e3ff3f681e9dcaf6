import { CASE_EVENT_NAMES } from '@lienthong/contracts';
import { at, CasePlayer, CERTIFICATE, MINUTE, MONDAY } from '../../test-support/case-player';
import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { simplePaths } from '../saga/paths';
import { caseView, timelineOf } from './case-view';
import { summaryOf } from './summaries';

const births = (): CasePlayer => new CasePlayer(birthDossier());

describe('caseView', () => {
  it('shows a case as integrators see it', () => {
    const player = births().play('civil-registry.approved', 'residency.supplement-requested');
    expect(caseView(player.case, player.now, 'vi')).toEqual({
      dossierNumber: 'G22.99.08-20241104-0000001',
      procedureGroup: 'birth',
      status: 'awaiting-supplement',
      nationalStatus: { code: 5, label: 'Yêu cầu bổ sung giấy tờ' },
      linkedStatus: { code: 4, label: 'Đã đăng ký, có kết quả' },
      policy: 'nd63',
      submittedAt: MONDAY,
      acceptedAt: MONDAY,
      appointment: at('2024-11-07T17:00'),
      overdue: false,
      procedures: [
        {
          procedure: 'birth-registration',
          agency: 'civil-registry',
          office: '00004',
          status: 'completed',
          startedAt: MONDAY,
          dueAt: at('2024-11-04T17:00'),
          finishedAt: MONDAY + MINUTE,
          onTime: true,
          result: { certificate: CERTIFICATE, personalId: '001224000001' },
        },
        {
          procedure: 'permanent-residence',
          agency: 'residency',
          office: '00004',
          status: 'awaiting-supplement',
          startedAt: MONDAY + MINUTE,
          dueAt: at('2024-11-06T17:00'),
        },
        {
          procedure: 'health-insurance-card',
          agency: 'health-insurance',
          office: '01',
          status: 'in-progress',
          startedAt: MONDAY + MINUTE,
          dueAt: at('2024-11-06T17:00'),
        },
      ],
      promises: [{ promisedAt: MONDAY, dueAt: at('2024-11-07T17:00'), reason: 'receipt', broken: false }],
      allowedActions: ['supplement', 'withdraw'],
      supplements: [{ agency: 'residency', until: at('2024-11-13T17:00') }],
    });
  });

  it('is overdue past the appointment, but not while the applicant owes something', () => {
    const player = births().play('civil-registry.approved', 'residency.supplement-requested');
    const late = at('2024-11-08T09:00');
    expect(caseView(player.case, late, 'en').overdue).toBe(false);
    expect(caseView(births().case, late, 'en').overdue).toBe(true);
  });

  it('offers after-issue acts once there is something issued', () => {
    const player = births().play(
      'civil-registry.approved',
      'residency.approved',
      'health-insurance.approved',
    );
    expect(caseView(player.case, player.now, 'en').allowedActions).toEqual(['correct', 'cancel']);
    expect(caseView(player.play('correct').case, player.now, 'en').allowedActions).toEqual([]);
  });

  it('counts a procedure as late whose agency asked twice', () => {
    const twice = ['residency.supplement-requested', 'residency.supplement-provided'] as const;
    const player = births().play('civil-registry.approved', ...twice, ...twice, 'residency.approved');
    expect(caseView(player.case, player.now, 'en').procedures.map(({ onTime }) => onTime)).toEqual([
      true,
      false,
      undefined,
    ]);
  });
});

describe('the status told to the linked software', () => {
  it('on every path begins with 7, ends with 5 or 6, and never goes back behind the registration', () => {
    const AFTER: Readonly<Record<number, readonly number[]>> = {
      7: [2, 4, 5, 6],
      2: [7, 6],
      4: [5],
      5: [],
      6: [],
    };
    for (const { events } of simplePaths(
      'birth',
      birthDossier(['birth-registration', 'permanent-residence']).procedures,
    )) {
      const player = new CasePlayer(birthDossier(['birth-registration', 'permanent-residence']));
      const codes = [7];
      for (const event of events) {
        const { code } = caseView(player.play(event).case, player.now, 'en').linkedStatus;
        const before = codes.at(-1)!;
        if (code === before) continue;
        expect([events, before, AFTER[before]]).toEqual([events, before, expect.arrayContaining([code])]);
        codes.push(code);
      }
      expect([5, 6]).toContain(codes.at(-1));
    }
  });
});

describe('timelineOf', () => {
  it('numbers the history and words it in both languages', () => {
    const player = new CasePlayer(deathDossier()).play('civil-registry.approved');
    const vi = timelineOf(player.case, 'vi');
    expect(vi.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(vi[3]).toMatchObject({
      at: MONDAY + MINUTE,
      type: 'death.registered',
      agency: 'civil-registry',
      summary: 'Đã đăng ký khai tử (Tư pháp – hộ tịch, UBND cấp xã)',
    });
    expect(timelineOf(player.case, 'en')[0]?.summary).toBe('Dossier filed');
  });

  it('shows nothing of what drives the simulated applicant', () => {
    const dossier = { ...birthDossier(), simulation: { applicant: ['provide'] } } as const;
    const player = new CasePlayer(dossier).play('civil-registry.supplement-requested');
    expect(player.case.history.some(({ data }) => data && 'simulation' in data)).toBe(true);
    const asked = timelineOf(player.case, 'vi').find(({ type }) => type === 'supplement.requested');
    expect(asked?.data).toMatchObject({ attempt: 1 });
    expect(JSON.stringify(timelineOf(player.case, 'vi'))).not.toContain('simulat');
  });

  it('has words for every kind of entry', () => {
    for (const type of CASE_EVENT_NAMES) {
      expect(summaryOf({ at: 0, type }, 'vi').length).toBeGreaterThan(3);
      expect(summaryOf({ at: 0, type }, 'en')).not.toBe(summaryOf({ at: 0, type }, 'vi'));
    }
  });
});
