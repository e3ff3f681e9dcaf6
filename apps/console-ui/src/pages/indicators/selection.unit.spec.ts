import { readSelection } from './selection';

const now = Date.parse('2026-11-22T10:00:00.000+07:00');
const read = (query: string) => readSelection(new URLSearchParams(query), now);

describe('readSelection', () => {
  it('shows procedures over thirty days where the address says nothing', () => {
    expect(read('')).toEqual({
      period: '30d',
      asked: {
        by: 'procedure',
        from: '2026-10-24T00:00:00.000+07:00',
        to: '2026-11-23T00:00:00.000+07:00',
      },
    });
  });

  it('keeps filters that there are and drops others', () => {
    expect(read('by=province&period=all&agency=residency&policy=none&procedureGroup=death').asked).toEqual({
      by: 'province',
      agency: 'residency',
      procedureGroup: 'death',
    });
  });
});
