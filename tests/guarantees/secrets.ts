import { type Dossier } from '@lienthong/contracts';

/** Fields of a dossier that say who somebody is, or how to reach or pay them. */
const FIELDS = ['fullName', 'personalId', 'householdHeadPersonalId', 'phone', 'email', 'account'] as const;
export type SecretField = (typeof FIELDS)[number];

/** The personal data of some dossiers, to be looked for where none may be. */
export class Secrets {
  private readonly values = new Map<SecretField, Set<string>>(
    FIELDS.map((field) => [field, new Set<string>()]),
  );

  addAll(dossier: Dossier): void {
    JSON.stringify(dossier, (key, value: unknown) => {
      if (typeof value === 'string') this.values.get(key as SecretField)?.add(value);
      return value;
    });
  }

  add(field: SecretField, value: string): void {
    this.values.get(field)?.add(value);
  }

  /** How many different values of each field are known. */
  get counts(): Readonly<Record<SecretField, number>> {
    return Object.fromEntries(FIELDS.map((field) => [field, this.values.get(field)?.size])) as Record<
      SecretField,
      number
    >;
  }

  /** Which fields' values occur in a text, as they are or as a URL writes them. Names no value itself. */
  in(text: string): readonly SecretField[] {
    const occurs = (value: string): boolean =>
      text.includes(value) || text.includes(encodeURIComponent(value));
    return FIELDS.filter((field) => [...(this.values.get(field) ?? [])].some(occurs));
  }
}
