import { byDue, isOnDesk, neighbourOf, type WorkItem } from './work-items';

const item = (id: string, dueAt?: string): WorkItem => ({
  id,
  agency: 'residency',
  office: '00004',
  procedureGroup: 'birth',
  localNumber: `RE-${id}`,
  status: 'working',
  attempt: 1,
  receivedAt: '2026-11-20T08:00:00.000+07:00',
  startedAt: '2026-11-20T08:00:00.000+07:00',
  ...(dueAt !== undefined && { dueAt }),
});

describe('byDue', () => {
  it('puts first what is due first, and last what is due no more', () => {
    const items = [
      item('c'),
      item('b', '2026-11-24T17:00:00.000+07:00'),
      item('d', '2026-11-23T17:00:00.000+07:00'),
      item('a', '2026-11-24T17:00:00.000+07:00'),
    ];
    expect(items.sort(byDue).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('compares instants, not texts', () => {
    const early = item('z', '2026-11-23T23:30:00.000+07:00');
    const late = item('a', '2026-11-23T17:00:00.000Z');
    expect([late, early].sort(byDue)[0]).toBe(early);
  });
});

describe('neighbourOf', () => {
  const items = [item('a'), item('b'), item('c')];

  it('goes on with the next, at the end with the one before', () => {
    expect(neighbourOf(items, 'a')?.id).toBe('b');
    expect(neighbourOf(items, 'c')?.id).toBe('b');
  });

  it('begins anew where the chosen one is not there, and ends with the last', () => {
    expect(neighbourOf(items, 'x')?.id).toBe('a');
    expect(neighbourOf([item('a')], 'a')).toBeUndefined();
  });
});

describe('isOnDesk', () => {
  it('is so while an officer owes a decision', () => {
    expect(isOnDesk({ status: 'verifying' })).toBe(true);
    expect(isOnDesk({ status: 'awaiting-supplement' })).toBe(false);
    expect(isOnDesk({ status: 'decided' })).toBe(false);
  });
});
