import { type Address, type Dossier } from '@lienthong/contracts';
import { legacyProvince, survivingProvince, twoTierFrom } from '@lienthong/geography';
import { type Filing, type Report, type Rule } from './rule';

/**
 * Offices are where they say: a commune for registry and residence, a province for insurance and benefits. A dossier filed before
 * the merger of 1/7/2025 may name those of its day.
 */
export const knownOffices: Rule<Dossier> = ({ agencies }, filing, report) => {
  const { civilRegistry, residency } = agencies;
  checkCommune(civilRegistry, '/agencies/civilRegistry', filing, report);
  if (residency !== undefined) checkCommune(residency, '/agencies/residency', filing, report);
  if ('healthInsurance' in agencies)
    checkProvince(agencies.healthInsurance, '/agencies/healthInsurance', filing, report);
  if ('socialBenefits' in agencies)
    checkProvince(agencies.socialBenefits, '/agencies/socialBenefits', filing, report);
};

/**
 * The residence authority is that of the commune where the child will live, or the deceased lived; insurance and
 * benefits are the province's it lies in. Codes that do not exist are reported by the other rules.
 */
export const officesOfAddress: Rule<Dossier> = (dossier, filing, report) => {
  const { places } = filing;
  const { communeCode } = livingAt(dossier) ?? {};
  if (communeCode === undefined || !isKnown(communeCode, filing)) return;
  const { residency } = dossier.agencies;
  if (residency !== undefined && isKnown(residency, filing) && !meet(communeCode, residency, filing)) {
    const { name } = places.commune(communeCode) ?? places.formerCommune(communeCode) ?? { name: '' };
    report('/agencies/residency', 'office-not-of-address', { office: `${communeCode} (${name})` });
  }
  const province = places.provinceOfCommune(communeCode);
  const [field, office] = provincialOffice(dossier);
  const officeToday = office !== undefined && (survivingProvince(office) ?? office);
  if (province && officeToday && officeToday !== province.code && places.isProvince(officeToday))
    report(`/agencies/${field}`, 'office-not-of-address', { office: `${province.code} (${province.name})` });
};

function isBeforeMerger({ localTime }: Filing): boolean {
  return localTime < twoTierFrom;
}

function isKnown(code: string, filing: Filing): boolean {
  const { places } = filing;
  return places.isCommune(code) || (isBeforeMerger(filing) && places.formerCommune(code) !== undefined);
}

/** Whether two codes may mean one commune: the same code, or, before the merger, one that the other's area went to. */
function meet(one: string, other: string, filing: Filing): boolean {
  if (one === other) return true;
  if (!isBeforeMerger(filing)) return false;
  const areas = (code: string): readonly string[] => [
    code,
    ...(filing.places.formerCommune(code)?.communes ?? []),
  ];
  return areas(one).some((code) => areas(other).includes(code));
}

function checkCommune(code: string, pointer: string, filing: Filing, report: Report): void {
  if (isKnown(code, filing)) return;
  const { places } = filing;
  const former = places.formerCommune(code);
  if (!former) return report(pointer, 'unknown-commune');
  const communes = former.communes.map((today) => `${today} (${places.commune(today)?.name ?? ''})`);
  report(pointer, 'former-commune', { communes: communes.join(', ') });
}

function checkProvince(code: string, pointer: string, filing: Filing, report: Report): void {
  const former = legacyProvince(code);
  if (filing.places.isProvince(code) || (former && isBeforeMerger(filing))) return;
  if (!former) return report(pointer, 'unknown-province');
  report(pointer, 'former-province', { province: former.survivor });
}

function livingAt(dossier: Dossier): Address | undefined {
  return dossier.procedureGroup === 'birth' ? dossier.residence?.address : dossier.deceased.lastResidence;
}

function provincialOffice(dossier: Dossier): readonly [field: string, office: string | undefined] {
  return dossier.procedureGroup === 'birth'
    ? ['healthInsurance', dossier.agencies.healthInsurance]
    : ['socialBenefits', dossier.agencies.socialBenefits];
}

/** Every address of the form lies in a commune of the day of filing; there is no code for a place abroad. */
export const knownAddresses: Rule<object> = (form, filing, report) => {
  const visit = (value: object, pointer: string): void => {
    for (const [name, part] of Object.entries(value) as [string, unknown][]) {
      if (name === 'communeCode') checkCommune(part as string, `${pointer}/${name}`, filing, report);
      else if (typeof part === 'object' && part !== null && !Array.isArray(part))
        visit(part, `${pointer}/${name}`);
    }
  };
  visit(form, '');
};
