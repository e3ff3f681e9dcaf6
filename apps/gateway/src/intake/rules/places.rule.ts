import { type Dossier } from '@lienthong/contracts';
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
