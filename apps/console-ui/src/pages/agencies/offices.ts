import { type AgencyId, type LinkedAgencyId, LINKED_AGENCIES, type PlacesView } from '@lienthong/contracts';

export interface OfficeOption {
  readonly value: string;
  readonly label: string;
}

interface Post {
  readonly agency?: AgencyId;
  readonly offices?: readonly string[];
}

const BY_PROVINCE: ReadonlySet<LinkedAgencyId> = new Set<LinkedAgencyId>([
  'health-insurance',
  'social-benefits',
]);

/** The agencies whose desks a caller may sit at: an officer's own, otherwise all. */
export function desksOf({ agency }: Post): readonly LinkedAgencyId[] {
  return agency === undefined ? LINKED_AGENCIES : LINKED_AGENCIES.filter((one) => one === agency);
}

/** The offices of an agency as one looks for them: communes with their province, or provinces; an officer's own only. */
export function officesOf(
  agency: LinkedAgencyId,
  { provinces, communes }: PlacesView,
  { offices }: Post,
): readonly OfficeOption[] {
  const own = offices && new Set(offices);
  const options = BY_PROVINCE.has(agency)
    ? provinces.map(({ code, name }) => ({ value: code, label: name }))
    : withProvince(provinces, communes);
  return own ? options.filter(({ value }) => own.has(value)) : options;
}

function withProvince(
  provinces: PlacesView['provinces'],
  communes: PlacesView['communes'],
): readonly OfficeOption[] {
  const names = new Map(provinces.map(({ code, name }) => [code, name]));
  return communes.map(([value, name, province]) => ({
    value,
    label: `${name}, ${names.get(province) ?? province}`,
  }));
}
