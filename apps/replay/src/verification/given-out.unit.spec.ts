import { type AgencyResult, type CaseView } from '@lienthong/contracts';
import { CERTIFICATE, CasePlayer } from '../../../../libs/procedures/test-support/case-player';
import { birthDossier } from '../../../../libs/procedures/test-support/dossiers';
import { caseView } from '@lienthong/procedures';
import { FaultLog } from './fault';
import { type Gaps, GivenOut } from './given-out';

const PLAIN = caseView(new CasePlayer(birthDossier()).case, 0, 'en');

/** A case whose procedures, the first of another agency each, have these results. */
function caseOf(counter: number, ...results: readonly AgencyResult[]): CaseView {
  return {
    ...PLAIN,
    dossierNumber: `G22.99.08-20241104-${String(counter).padStart(7, '0')}`,
    procedures: PLAIN.procedures.map((procedure, i) => {
      const result = results[i];
      return result ? { ...procedure, result } : procedure;
    }),
  };
}

function faultsOf(cases: readonly CaseView[], gaps: Gaps = 'none'): FaultLog {
  const faults = new FaultLog();
  const givenOut = new GivenOut(faults);
  for (const view of cases) {
    givenOut.dossier(view.dossierNumber);
    givenOut.results(view);
  }
  givenOut.end(gaps);
  return faults;
}

const numbered = (number: number, book = '01/2024'): AgencyResult => ({
  certificate: { ...CERTIFICATE, number, book },
});

describe('what was given out', () => {
  it('is right where every number is another', () => {
    const cases = [
      caseOf(1, { ...numbered(2), personalId: '001224000001' }, { residenceNumber: 'CT.00004-241104-0001' }),
      caseOf(2, { ...numbered(1), personalId: '001224000002' }, { residenceNumber: 'CT.00004-241104-0002' }),
      caseOf(3, numbered(1, '01/2025')),
    ];
    expect(faultsOf(cases).first).toEqual([]);
  });

  it.each<[string, AgencyResult]>([
    ['a personal id', { certificate: CERTIFICATE, personalId: '001224000001' }],
    ['a card', { cardNumber: 'TE1010100000001' }],
    ['an insurance number', { insuranceNumber: '0100000001' }],
    ['a residence number', { residenceNumber: 'CT.00004-241104-0001' }],
    [
      'a decision to pay',
      { decisions: [{ procedure: 'funeral-allowance', decisionNumber: '1/2024/QĐ-MTP', amountVnd: 1 }] },
    ],
  ])('finds %s that two have, and does not tell it', (_, result) => {
    const faults = faultsOf([caseOf(1, result), caseOf(2, result)], 'allowed');
    expect(faults.count('duplicate')).toBeGreaterThan(0);
    for (const { dossierNumber, message } of faults.first) {
      expect(dossierNumber).toBe('G22.99.08-20241104-0000002');
      expect(message).not.toMatch(/\d{9}/);
    }
  });

  it('finds a number of a register that nobody has, where none may be missing', () => {
    const cases = [caseOf(1, numbered(1)), caseOf(2, numbered(3))];
    expect(faultsOf(cases).first).toEqual([
      { kind: 'gap', message: 'birth register of 00004 in 2024: 1 running numbers are missing' },
    ]);
    expect(faultsOf(cases, 'allowed').total).toBe(0);
  });

  it('finds a dossier number that is missing, or given twice', () => {
    expect(faultsOf([caseOf(1), caseOf(3)]).first).toMatchObject([{ kind: 'gap' }]);
    expect(faultsOf([caseOf(1), caseOf(1)]).first).toMatchObject([{ kind: 'duplicate' }]);
  });
});
