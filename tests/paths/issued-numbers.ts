import { type AgencyResult } from '@lienthong/contracts';
import { type CaseFile } from './case-file';

/** Every number that the agencies gave out, by its kind: within a kind none may come twice. */
export function issuedNumbers(files: readonly CaseFile[]): ReadonlyMap<string, readonly string[]> {
  const numbers = new Map<string, string[]>();
  const add = (kind: string, number: string | undefined): void => {
    if (number === undefined) return;
    const known = numbers.get(kind);
    if (known) known.push(number);
    else numbers.set(kind, [number]);
  };
  for (const { dossierNumber, state, work } of files) {
    const { procedureGroup } = state.dossier;
    add('dossier', dossierNumber);
    for (const [agency, item] of Object.entries(work)) {
      add('local dossier number', item.localNumber);
      const record = item.record as AgencyResult | undefined;
      if (agency === 'civil-registry') {
        add('personal id', record?.personalId);
        const certificate = record?.certificate;
        add(
          `${procedureGroup} certificate`,
          certificate && `${certificate.office}/${certificate.book}/${certificate.number}`,
        );
      }
      add('residence number', record?.residenceNumber);
      add('card', record?.cardNumber);
      add('insurance number', record?.insuranceNumber);
      for (const { decisionNumber } of record?.decisions ?? [])
        add(`decision of ${item.office}`, decisionNumber);
    }
  }
  return numbers;
}

/** The values that come more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
