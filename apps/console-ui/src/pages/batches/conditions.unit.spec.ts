import { conditionsOf } from './conditions';

it('tells what incidents were selected by', () => {
  const incidents = { service: 'residency', error: 'no calendar', dossierNumber: 'G22' };
  expect(conditionsOf({ action: 'retry', incidents, reason: 'x' })).toEqual([
    { key: 'service', values: ['residency'] },
    { key: 'error', values: ['no calendar'] },
    { key: 'number', values: ['G22'] },
  ]);
});

it('tells what cases were selected by, yes and no apart', () => {
  const cases = {
    status: ['in-progress'],
    overdue: false,
    incident: true,
    withoutOwner: true,
    dueWithin: 2,
    from: 'F',
  } as const;
  expect(conditionsOf({ action: 'stop', cases, reason: 'x' })).toEqual([
    { key: 'status', values: ['in-progress'] },
    { key: 'notOverdue' },
    { key: 'dueWithin', values: ['2'] },
    { key: 'incident' },
    { key: 'withoutOwner' },
    { key: 'from', values: ['F'] },
  ]);
});

it('says today where nothing of a day is left, and nothing where nothing was asked', () => {
  expect(conditionsOf({ action: 'stop', cases: { dueWithin: 0, status: [] }, reason: 'x' })).toEqual([
    { key: 'dueToday' },
  ]);
  expect(conditionsOf({ action: 'retry', incidents: {}, reason: 'x' })).toEqual([]);
});
