import { type BadInput, birth, death } from './bad-input';

export const DATES: readonly BadInput[] = [
  birth('30 February', { '/child/dateOfBirth': '2026-02-30' }, '/child/dateOfBirth not-a-date'),
  birth('29 February of 2025', { '/child/dateOfBirth': '2025-02-29' }, '/child/dateOfBirth not-a-date'),
  birth('month 13', { '/child/dateOfBirth': '2026-13-01' }, '/child/dateOfBirth not-a-date'),
  birth('day first', { '/child/dateOfBirth': '10/11/2026' }, '/child/dateOfBirth not-a-date'),
  birth('a date as a number', { '/child/dateOfBirth': 20261110 }, '/child/dateOfBirth not-a-string'),
  birth('the year 0', { '/child/dateOfBirth': '0000-01-01' }, '/child/dateOfBirth not-a-date'),
  birth(
    'born tomorrow',
    { '/child/dateOfBirth': '2090-01-01', '/child/birthNoticeNumber': undefined },
    '/child/dateOfBirth after-filing',
  ),
  birth(
    'six years old',
    { '/child/dateOfBirth': '2020-11-16', '/child/birthNoticeNumber': undefined },
    '/child/dateOfBirth child-not-under-six',
  ),
  birth(
    'submittedAt without offset',
    { '/submittedAt': '2026-11-16T09:00:00' },
    '/submittedAt not-an-instant',
  ),
  birth(
    'submittedAt on a day that is not',
    { '/submittedAt': '2026-02-30T09:00:00+07:00' },
    '/submittedAt not-an-instant',
  ),
  birth(
    'submittedAt in the future',
    { '/submittedAt': '2090-01-01T09:00:00+07:00' },
    '/submittedAt in-the-future',
  ),
  birth(
    'submittedAt before the calendar',
    {
      '/submittedAt': '2016-01-04T09:00:00+07:00',
      '/child/dateOfBirth': '2016-01-01',
      '/child/birthNoticeNumber': undefined,
    },
    '/submittedAt outside-calendar',
  ),
  death('hour 25', { '/death/occurredAt': '2026-11-15T25:00' }, '/death/occurredAt not-a-local-time'),
  death(
    'time with offset',
    { '/death/occurredAt': '2026-11-15T03:20+07:00' },
    '/death/occurredAt not-a-local-time',
  ),
  death('31 April', { '/death/occurredAt': '2026-04-31T03:20' }, '/death/occurredAt not-a-date'),
  death(
    'less precise than said',
    { '/death/occurredAt': '2026-11-15' },
    '/death/occurredAt precision-mismatch',
  ),
  death('more precise than said', { '/death/precision': 'month' }, '/death/occurredAt precision-mismatch'),
  death(
    'dead tomorrow',
    { '/death/occurredAt': '2090-01-01T00:00', '/death/notice': undefined },
    '/death/occurredAt after-filing',
  ),
  death('dead before birth', { '/death/occurredAt': '1944-12-31T23:59' }, '/death/occurredAt before-birth'),
  death(
    'notice before the death',
    { '/death/notice/issuedOn': '2026-11-14' },
    '/death/notice/issuedOn before-death',
  ),
  death(
    'notice of tomorrow',
    { '/death/notice/issuedOn': '2090-01-01' },
    '/death/notice/issuedOn after-filing',
  ),
];
