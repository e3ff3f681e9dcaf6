import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BirthDossier } from '@lienthong/contracts';
import { createGeography, OFFICIAL_LISTS } from '@lienthong/geography';
import { birthDossier } from '../../test-support/dossiers';
import { knownAddresses, knownOffices, officesOfAddress } from './places.rule';
import { brokenRules, type Fault, filingAt } from './rule';

const read = (name: string): string => readFileSync(join(OFFICIAL_LISTS, name), 'utf8');
const geography = createGeography(read('provinces.csv'), read('communes.csv'), () =>
  read('former-communes.csv'),
);
const BEFORE = Date.parse('2025-06-30T23:59:00+07:00');
const SINCE = Date.parse('2025-07-01T00:00:00+07:00');

function faults(submittedAt: number, agencies: object, communeCode = '00004'): readonly Fault[] {
  const sample = birthDossier();
  const address = { ...sample.residence?.address, communeCode };
  const dossier = {
    ...sample,
    agencies: { ...sample.agencies, ...agencies },
    residence: { ...sample.residence, address },
  } as BirthDossier;
  const filing = filingAt(submittedAt, geography);
  return brokenRules([knownOffices, knownAddresses, officesOfAddress], dossier, filing);
}

describe('the codes of communes and provinces', () => {
  it('are those of the day of filing: before the merger also the former ones', () => {
    const agencies = { civilRegistry: '00001', residency: '00001', healthInsurance: '01' };
    expect(faults(BEFORE, agencies, '00001')).toEqual([]);
    expect(faults(SINCE, agencies, '00001')).toEqual([
      {
        pointer: '/agencies/civilRegistry',
        code: 'former-commune',
        params: { communes: '00097 (Phường Hồng Hà)' },
      },
      {
        pointer: '/agencies/residency',
        code: 'former-commune',
        params: { communes: '00097 (Phường Hồng Hà)' },
      },
      {
        pointer: '/residence/address/communeCode',
        code: 'former-commune',
        params: { communes: '00097 (Phường Hồng Hà)' },
      },
    ]);
  });

  it('name one commune where the address is as of then and the office as of now, before the merger', () => {
    expect(faults(BEFORE, { residency: '00097', healthInsurance: '01' }, '00001')).toEqual([]);
    expect(faults(BEFORE, { residency: '00004', healthInsurance: '01' }, '00001')).toEqual([
      {
        pointer: '/agencies/residency',
        code: 'office-not-of-address',
        params: { office: '00001 (Phường Phúc Xá)' },
      },
    ]);
  });

  it('of provinces that were merged are known before the merger, and named by those of today since', () => {
    const agencies = { residency: undefined, healthInsurance: '02' };
    const [commune] = geography.communesOf('08');
    expect(faults(BEFORE, agencies, commune?.code)).toEqual([]);
    expect(faults(SINCE, agencies, commune?.code)).toEqual([
      { pointer: '/agencies/healthInsurance', code: 'former-province', params: { province: '08' } },
    ]);
  });

  it('that there never were are unknown at any time', () => {
    for (const at of [BEFORE, SINCE])
      expect(faults(at, { civilRegistry: '00002', residency: undefined })).toEqual([
        { pointer: '/agencies/civilRegistry', code: 'unknown-commune' },
      ]);
  });
});
