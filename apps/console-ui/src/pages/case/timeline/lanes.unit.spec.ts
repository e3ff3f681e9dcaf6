import { type CaseDetail } from '@lienthong/contracts';
import { lanesOf, sumsOf } from './lanes';

const at = (time: string): string => `2026-11-16T${time}:00.000+07:00`;
const ms = (time: string): number => Date.parse(at(time));

const detail = {
  case: {
    submittedAt: at('08:00'),
    appointment: at('17:00'),
    procedures: [
      { procedure: 'birth-registration', dueAt: at('11:00') },
      { procedure: 'permanent-residence' },
    ],
  },
  processingTime: {
    segments: [
      { procedure: 'birth-registration', kind: 'transit', from: at('08:00'), to: at('08:05') },
      { procedure: 'birth-registration', kind: 'agency', from: at('08:05'), to: at('10:00') },
    ],
  },
} as unknown as CaseDetail;

it('has a lane for every procedure, begun or not, with its limit', () => {
  const { lanes } = lanesOf(detail, undefined);
  expect(lanes).toEqual([
    {
      procedure: 'birth-registration',
      dueAt: ms('11:00'),
      segments: [
        { kind: 'transit', from: ms('08:00'), to: ms('08:05') },
        { kind: 'agency', from: ms('08:05'), to: ms('10:00') },
      ],
    },
    { procedure: 'permanent-residence', segments: [] },
  ]);
});

it('reaches to the present while the case is open', () => {
  expect(Math.max(...lanesOf(detail, ms('18:00')).instants)).toBe(ms('18:00'));
  expect(Math.max(...lanesOf(detail, undefined).instants)).toBe(ms('17:00'));
});

it('sums up who held a procedure, leaving out who never did', () => {
  const { lanes } = lanesOf(detail, undefined);
  expect(sumsOf(lanes[0]!.segments)).toEqual([
    ['transit', 5 * 60_000],
    ['agency', 115 * 60_000],
  ]);
});
