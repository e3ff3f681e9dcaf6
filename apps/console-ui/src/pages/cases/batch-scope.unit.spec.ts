import { batchScope } from './batch-scope';

const BY_STATUS = {
  submitted: 1,
  'in-progress': 20,
  'awaiting-supplement': 300,
  completed: 4_000,
  'partially-completed': 0,
  refused: 0,
  withdrawn: 0,
  stopped: 0,
  cancelled: 0,
};

describe('what a batch acts on', () => {
  it('are the open ones of all that the filters bring', () => {
    expect(batchScope({ province: '01' }, BY_STATUS)).toEqual({
      selection: { province: '01', status: ['submitted', 'in-progress', 'awaiting-supplement'] },
      count: 321,
    });
  });

  it('is never more than the filter on status says', () => {
    expect(batchScope({ status: ['in-progress', 'completed'] }, BY_STATUS)).toEqual({
      selection: { status: ['in-progress'] },
      count: 20,
    });
    expect(batchScope({ status: ['completed'] }, BY_STATUS).count).toBe(0);
  });

  it('asks with the instants of the days', () => {
    expect(batchScope({ from: '2026-11-01' }, BY_STATUS).selection.from).toBe('2026-11-01T00:00:00+07:00');
  });
});
