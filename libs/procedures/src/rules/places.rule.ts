import { type Address, type Dossier } from '@lienthong/contracts';
import { type Rule } from './rule';

/** Offices are where they say: a commune for registry and residence, a province for insurance and benefits. */
export const knownOffices: Rule<Dossier> = ({ agencies }, { places }, report) => {
  const { civilRegistry, residency } = agencies;
  if (!places.isCommune(civilRegistry)) report('/agencies/civilRegistry', 'unknown-commune');
  if (residency !== undefined && !places.isCommune(residency))
    report('/agencies/residency', 'unknown-commune');
  if ('healthInsurance' in agencies && !places.isProvince(agencies.healthInsurance)) {
    report('/agencies/healthInsurance', 'unknown-province');
  }
  if ('socialBenefits' in agencies && !places.isProvince(agencies.socialBenefits)) {
    report('/agencies/socialBenefits', 'unknown-province');
  }
};

/**
 * The residence authority is that of the commune where the child will live, or the deceased lived; insurance and
 * benefits are the province's it lies in. Codes that do not exist are reported by the other rules.
 */
export const officesOfAddress: Rule<Dossier> = (dossier, { places }, report) => {
  const { communeCode } = livingAt(dossier) ?? {};
  const commune = communeCode === undefined ? undefined : places.commune(communeCode);
  const province = communeCode === undefined ? undefined : places.provinceOfCommune(communeCode);
  if (!commune || !province) return;
  const { residency } = dossier.agencies;
  if (residency !== undefined && residency !== commune.code && places.isCommune(residency)) {
    report('/agencies/residency', 'office-not-of-address', { office: `${commune.code} (${commune.name})` });
  }
  const [field, office] = provincialOffice(dossier);
  if (office !== undefined && office !== province.code && places.isProvince(office)) {
    report(`/agencies/${field}`, 'office-not-of-address', { office: `${province.code} (${province.name})` });
  }
};

function livingAt(dossier: Dossier): Address | undefined {
  return dossier.procedureGroup === 'birth' ? dossier.residence?.address : dossier.deceased.lastResidence;
}

function provincialOffice(dossier: Dossier): readonly [field: string, office: string | undefined] {
  return dossier.procedureGroup === 'birth'
    ? ['healthInsurance', dossier.agencies.healthInsurance]
    : ['socialBenefits', dossier.agencies.socialBenefits];
}

/** Every address of the form lies in a commune of today; there is no code for a place abroad. */
export const knownAddresses: Rule<object> = (form, { places }, report) => {
  const visit = (value: object, pointer: string): void => {
    for (const [name, part] of Object.entries(value) as [string, unknown][]) {
      if (name === 'communeCode') {
        if (!places.isCommune(part as string)) report(`${pointer}/${name}`, 'unknown-commune');
      } else if (typeof part === 'object' && part !== null && !Array.isArray(part))
        visit(part, `${pointer}/${name}`);
    }
  };
  visit(form, '');
};
