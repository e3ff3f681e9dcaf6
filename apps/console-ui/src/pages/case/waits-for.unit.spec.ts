import { type CaseDetail } from '@lienthong/contracts';
import { waitsFor } from './waits-for';

const reason = { code: 'x', vi: 'Thiếu giấy chứng sinh', en: 'No birth notice' };
const detail = (owner: CaseDetail['owner']): CaseDetail =>
  ({
    owner,
    timers: [
      { name: 'deadline:residency', agency: 'residency', kind: 'deadline', dueAt: 'D' },
      { name: 'window:civil-registry', agency: 'civil-registry', kind: 'supplement-window', dueAt: 'W' },
    ],
    clocks: [{ dueAt: 'APPOINTMENT' }, { agency: 'residency', dueAt: 'LIMIT' }],
    timeline: [
      { type: 'supplement.requested', agency: 'residency', data: { reason: { vi: 'khác', en: 'other' } } },
      { type: 'supplement.requested', agency: 'civil-registry', data: { reason } },
    ],
  }) as unknown as CaseDetail;

it('is the limit of the agency that works', () => {
  expect(waitsFor(detail({ kind: 'agency', agency: 'residency' }))).toEqual({ until: 'LIMIT' });
});

it('is the window of the applicant, with what this agency asked for last', () => {
  expect(waitsFor(detail({ kind: 'applicant', agency: 'civil-registry' }))).toEqual({ until: 'W', reason });
});

it('is nothing where nobody holds the case', () => {
  expect(waitsFor(detail({ kind: 'incident' }))).toEqual({});
  expect(waitsFor(detail(undefined))).toEqual({});
});
