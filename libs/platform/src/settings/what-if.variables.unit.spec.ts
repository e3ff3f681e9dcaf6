import { readSettings } from './read-settings';

const at = (text: string): number => Date.parse(text);

describe('--rates', () => {
  it('replaces what it names', () => {
    expect(readSettings({ RATES: 'late=0.1' }, []).rates).toEqual({ late: 0.1 });
    expect(readSettings({}, ['--rates', 'supplement=0.15, refusal=.05,judicialRecord=1']).rates).toEqual({
      supplement: 0.15,
      refusal: 0.05,
      judicialRecord: 1,
    });
    expect(readSettings({}, []).rates).toEqual({});
  });

  it.each([
    'supplement',
    'supplement=',
    'supplement=15%',
    'supplement=1.5',
    'supplement=-0.1',
    'supplement=0.1=0.2',
    'supplement=0.1,supplement=0.2',
    'workDays=1',
    'toString=1',
    'supplement=0.1;refusal=0.1',
    'supplement=0.5,refusal=0.3,verification=0.3',
    'ignoredSupplement=0.9,withdrawal=0.2',
    ',',
    '',
  ])('stops at %j in one line', (text) => {
    expect(() => readSettings({}, ['--rates', text])).toThrow(
      /^--rates is ".*": allowed is share=0…1, … of supplement, refusal, verification, late, .*$/,
    );
  });
});

describe('--officers', () => {
  it('counts those at each office: of every agency, or of those it names', () => {
    expect([...readSettings({ OFFICERS: '2' }, []).officers]).toEqual([
      ['civil-registry', 2],
      ['residency', 2],
      ['health-insurance', 2],
      ['social-benefits', 2],
    ]);
    expect([...readSettings({}, ['--officers=civil-registry=1,health-insurance=12']).officers]).toEqual([
      ['civil-registry', 1],
      ['health-insurance', 12],
    ]);
    expect(readSettings({}, []).officers.size).toBe(0);
  });

  it.each(['0', '-1', '1.5', 'two', '10001', 'residency', 'residency=0', 'police=1', 'judicial-records=1'])(
    'stops at %j in one line',
    (text) => {
      expect(() => readSettings({ OFFICERS: text }, [])).toThrow(
        /^OFFICERS is ".*": allowed is a whole number from 1 to 10000, or agency=number, … of civil-registry, .*$/,
      );
    },
  );

  it('are no setting for decisions that take no time', () => {
    expect(() => readSettings({ DECISION_PACE: 'instant', OFFICERS: 'residency=2' }, [])).toThrow(
      'OFFICERS is "residency,2": allowed is unset while DECISION_PACE=instant',
    );
    expect(readSettings({ DECISION_PACE: 'instant', RATES: 'late=0' }, []).rates).toEqual({ late: 0 });
  });
});

describe('--outage', () => {
  const only = (text: string): unknown => readSettings({}, ['--outage', text]).outages;

  it.each([
    ['residency@2024-02-15T08:00/PT6H', '2024-02-15T08:00+07:00', '2024-02-15T14:00+07:00'],
    ['residency@2024-02-15T01:00Z/PT30M', '2024-02-15T08:00+07:00', '2024-02-15T08:30+07:00'],
    ['residency@2024-02-15T08:00+09:00/P1DT2H', '2024-02-15T06:00+07:00', '2024-02-16T08:00+07:00'],
    ['residency@2024-02-29T00:00/P1W', '2024-02-29T00:00+07:00', '2024-03-07T00:00+07:00'],
  ])('%s', (text, from, to) => {
    expect(only(text)).toEqual([{ agency: 'residency', from: at(from), to: at(to) }]);
  });

  it('may be several', () => {
    const two = 'civil-registry@2024-02-15T08:00/PT6H, social-benefits@2024-03-01T13:00/P2D';
    expect(only(two)).toMatchObject([{ agency: 'civil-registry' }, { agency: 'social-benefits' }]);
  });

  it.each([
    'civil-registry',
    'civil-registry@2024-02-15',
    'civil-registry@2024-02-15T08:00',
    'civil-registry@2024-02-30T08:00/PT6H',
    'civil-registry@2024-02-15T24:00/PT6H',
    'civil-registry@2024-02-15T08:00/6H',
    'civil-registry@2024-02-15T08:00/P',
    'civil-registry@2024-02-15T08:00/PT',
    'civil-registry@2024-02-15T08:00/P1DT',
    'civil-registry@2024-02-15T08:00/PT0H',
    'civil-registry@2024-02-15T08:00/P1M',
    'civil-registry@2024-02-15T08:00/PT6H,',
    'judicial-records@2024-02-15T08:00/PT6H',
    'civil-registry@2023-06-30T08:00/PT6H',
    'civil-registry@2050-12-31T08:00/P2D',
    'civil-registry@2024-02-15T08:00+99:00/PT6H',
  ])('stops at %s in one line', (text) => {
    expect(() => only(text)).toThrow(
      /^--outage is ".*": allowed is agency@start\/duration, … as in civil-registry@2024-02-15T08:00\/PT6H, .*$/,
    );
  });

  it('is no setting for decisions that take no time', () => {
    expect(() =>
      readSettings({ DECISION_PACE: 'instant' }, ['--outage', 'residency@2024-02-15T08:00/PT6H']),
    ).toThrow('OUTAGES is "1 outages": allowed is unset while DECISION_PACE=instant');
  });
});
