import { createGeography } from '@lienthong/geography';
import { type SegmentKind } from '@lienthong/contracts';
import { birthDossier, deathDossier } from '../../../../libs/procedures/test-support/dossiers';
import { type Course, madeOutcome, type Making } from '../../test-support/made-outcome';
import { OutcomeStatistics } from './outcome-statistics';

const HOUR = 3_600_000;
/** Monday 16/11/2026, 08:00 in Vietnam. */
const MONDAY = Date.UTC(2026, 10, 16, 1);

const geography = createGeography(
  'code,name,population\n01,Hà Nội,8000000\n',
  'code,name,provinceCode\n00004,Phường Ba Đình,01\n',
);

const hours = (...parts: readonly (readonly [SegmentKind, number])[]): Course =>
  parts.map(([kind, count]) => [kind, count * HOUR]);

function birth(courses: readonly Course[], more: Partial<Making> = {}): Making {
  return { dossier: birthDossier(), submittedAt: MONDAY, courses, status: 'completed', ...more };
}

function statisticsOf(...makings: readonly Making[]) {
  const statistics = new OutcomeStatistics(geography);
  for (const making of makings) statistics.add(madeOutcome(making));
  return statistics.summary();
}

/** 08:00–10:00 at the registry, then both branches until 11:00 and 14:00. */
const QUICK = [
  hours(['transit', 0.5], ['queue', 0.5], ['agency', 1]),
  hours(['agency', 1]),
  hours(['queue', 2], ['agency', 2]),
];

describe('OutcomeStatistics', () => {
  it('counts by status, group, policy, procedure and its status', () => {
    const summary = statisticsOf(birth(QUICK), birth(QUICK, { status: 'withdrawn' }), {
      dossier: deathDossier(),
      submittedAt: MONDAY,
      courses: [hours(['agency', 1])],
    });
    expect(summary).toMatchObject({
      dossiers: 3,
      open: 1,
      byStatus: { completed: 1, withdrawn: 1, 'in-progress': 1 },
      byGroupAndPolicy: [
        { procedureGroup: 'birth', policy: 'nd63', dossiers: 2 },
        { procedureGroup: 'death', policy: 'nd63', dossiers: 1 },
      ],
    });
    expect(
      summary.byProcedureAndStatus.find(({ procedure }) => procedure === 'birth-registration')?.counts,
    ).toEqual({ completed: 2 });
    expect(
      summary.byProcedureAndStatus.find(({ procedure }) => procedure === 'survivor-benefits')?.counts,
    ).toEqual({ 'not-started': 1 });
  });

  it('measures the whole case, each procedure and each agency', () => {
    const { groups, procedures, agencies } = statisticsOf(birth(QUICK));
    // 08:00–14:00 without the noon break of an hour and a half.
    const days = (officeHours: number) => {
      const value = officeHours / 8;
      return { p50: value, p90: value, p99: value, max: value, mean: value };
    };
    expect(groups).toEqual([
      {
        procedureGroup: 'birth',
        policy: 'nd63',
        cases: 1,
        workingDays: days(4.5),
        calendarDays: { p50: 0.25, p90: 0.25, p99: 0.25, max: 0.25, mean: 0.25 },
        limitWorkingDays: { least: 3, most: 3 },
        judged: 1,
        late: 0,
        onTimeShare: 1,
      },
    ]);
    expect(
      procedures.map(({ procedure, limitWorkingDays, workingDays }) => [
        procedure,
        limitWorkingDays.most,
        workingDays.p50 * 8,
      ]),
    ).toEqual([
      ['birth-registration', 0, 2],
      ['permanent-residence', 2, 1],
      ['health-insurance-card', 2, 2.5],
    ]);
    expect(agencies.map(({ agency, cases, workingDays }) => [agency, cases, workingDays.max * 8])).toEqual([
      ['civil-registry', 1, 2],
      ['residency', 1, 1],
      ['health-insurance', 1, 2.5],
    ]);
  });

  it('keeps the longer limits of verified residences apart', () => {
    const { groups, procedures } = statisticsOf(birth(QUICK), birth(QUICK, { verified: true }));
    expect(groups.map(({ limitWorkingDays }) => limitWorkingDays.most)).toEqual([3, 5]);
    expect(
      procedures
        .filter(({ procedure }) => procedure === 'permanent-residence')
        .map(({ limitWorkingDays, cases }) => [limitWorkingDays.most, cases]),
    ).toEqual([
      [2, 1],
      [5, 1],
    ]);
    expect(procedures.find(({ procedure }) => procedure === 'health-insurance-card')?.cases).toBe(2);
  });

  it('leaves waits for the applicant out of working days, those of two agencies at once only once', () => {
    // Registered at 09:00; both branches wait 09:00–11:00 and 10:00–11:30, then work until 14:00.
    const summary = statisticsOf(
      birth([
        hours(['agency', 1]),
        hours(['applicant', 2], ['agency', 3]),
        hours(['agency', 1], ['applicant', 1.5], ['agency', 2.5]),
      ]),
      birth(QUICK),
    );
    expect(summary.groups[0]?.workingDays).toMatchObject({ p50: 2 / 8, max: 4.5 / 8 });
    expect(summary.groups[0]?.calendarDays.p50).toBe(6 / 24);
    expect(summary.pauses).toEqual([
      {
        procedureGroup: 'birth',
        cases: 1,
        share: 0.5,
        workingDays: { p50: 2.5 / 8, p90: 2.5 / 8, p99: 2.5 / 8, max: 2.5 / 8, mean: 2.5 / 8 },
        calendarDays: { p50: 2.5 / 24, p90: 2.5 / 24, p99: 2.5 / 24, max: 2.5 / 24, mean: 2.5 / 24 },
      },
    ]);
    expect(summary.agencies.map(({ agency, supplements }) => [agency, supplements])).toEqual([
      ['civil-registry', 0],
      ['residency', 1],
      ['health-insurance', 1],
    ]);
  });

  it('judges by the KPI rules: late cases by cause, withdrawals before acceptance not at all', () => {
    const { groups, late } = statisticsOf(
      birth(QUICK),
      birth(QUICK, { status: 'withdrawn', accepted: false }),
      birth(QUICK, { onTime: false }),
      birth(QUICK, { appointment: MONDAY }),
      birth(QUICK, { overdue: true, appointment: MONDAY + 100 * HOUR }),
      birth([], { overdue: true, status: undefined as never }),
    );
    expect(groups[0]).toMatchObject({ cases: 5, judged: 4, late: 3, onTimeShare: 0.25 });
    expect(late).toEqual({
      cases: 3,
      judged: 4,
      afterAppointment: 2,
      byNewDate: 1,
      promiseBroken: 0,
      askedTooOften: 1,
      openOverdue: 1,
    });
  });

  it('has no share where nothing is judged', () => {
    const { groups } = statisticsOf(birth(QUICK, { status: 'withdrawn', accepted: false }));
    expect(groups[0]?.onTimeShare).toBeNull();
  });

  it('tells provinces and months of filing apart, and a commune of no list', () => {
    const elsewhere = birthDossier();
    const { provinces, months } = statisticsOf(
      birth(QUICK),
      { dossier: deathDossier(), submittedAt: Date.UTC(2026, 10, 30, 17), courses: [] },
      birth(QUICK, {
        dossier: { ...elsewhere, agencies: { ...elsewhere.agencies, civilRegistry: '99999' } },
      }),
    );
    expect(provinces.map(({ code, name, filed, birth: of }) => [code, name, filed, of?.cases])).toEqual([
      ['--', '—', 1, 1],
      ['01', 'Hà Nội', 2, 1],
    ]);
    // 30/11 17:00 UTC is 1/12 in Vietnam.
    expect(months.map(({ month, filed, birth: of, death }) => [month, filed, of?.cases, death])).toEqual([
      ['2026-11', 2, 2, null],
      ['2026-12', 1, undefined, null],
    ]);
  });

  it('says who held the work of an agency', () => {
    const { segments } = statisticsOf(birth(QUICK), birth([hours(['agency', 3])]));
    expect(segments.filter(({ agency }) => agency === 'civil-registry')).toEqual([
      {
        agency: 'civil-registry',
        kind: 'transit',
        works: 1,
        meanCalendarHours: 0.25,
        meanWorkingHours: 0.25,
        share: 0.1,
      },
      {
        agency: 'civil-registry',
        kind: 'queue',
        works: 1,
        meanCalendarHours: 0.25,
        meanWorkingHours: 0.25,
        share: 0.1,
      },
      {
        agency: 'civil-registry',
        kind: 'agency',
        works: 2,
        meanCalendarHours: 2,
        meanWorkingHours: 2,
        share: 0.8,
      },
      {
        agency: 'civil-registry',
        kind: 'applicant',
        works: 0,
        meanCalendarHours: 0,
        meanWorkingHours: 0,
        share: 0,
      },
    ]);
  });

  it('counts the one piece of work for both death benefits once by agency, twice by procedure', () => {
    const work = hours(['agency', 2]);
    const { agencies, procedures } = statisticsOf({
      dossier: deathDossier(),
      submittedAt: MONDAY,
      courses: [work, work, work, work],
      status: 'completed',
    });
    expect(agencies.map(({ agency, cases }) => [agency, cases])).toEqual([
      ['civil-registry', 1],
      ['residency', 1],
      ['social-benefits', 1],
    ]);
    expect(procedures.filter(({ agency }) => agency === 'social-benefits')).toHaveLength(2);
  });

  it('bins working days by halves; a limit kept to the minute counts within it', () => {
    // 08:00 to 17:00 is 7.5 office hours, to 08:30 of the next day 8.5.
    const { histograms } = statisticsOf(
      birth([hours(['agency', 9])]),
      birth([hours(['agency', 24.5])]),
      birth([hours(['agency', 70 * 24])]),
    );
    const [histogram] = histograms;
    expect(histogram?.counts.slice(0, 4)).toEqual([0, 1, 1, 0]);
    expect([histogram?.above, histogram?.counts.length]).toEqual([1, 60]);
  });

  it('is empty before the first outcome', () => {
    expect(statisticsOf()).toMatchObject({
      dossiers: 0,
      byStatus: {},
      groups: [],
      provinces: [],
      histograms: [],
    });
  });
});
