const WHOLE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const DECIMALS = [0, 1, 2, 3].map(
  (digits) =>
    new Intl.NumberFormat('vi-VN', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
const SIGNIFICANT = new Intl.NumberFormat('vi-VN', { maximumSignificantDigits: 3 });
const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `1.265.439` */
export function whole(value: number): string {
  return WHOLE.format(value);
}

/** `3,50` with two digits. */
export function decimal(value: number, digits: 0 | 1 | 2 | 3): string {
  return (DECIMALS[digits] ?? WHOLE).format(value);
}

/** Three significant digits, `1.260` from four digits on: for figures of unknown size. */
export function short(value: number): string {
  return Math.abs(value) >= 1_000 ? whole(value) : SIGNIFICANT.format(value);
}

/** `98,7%`; never 100 % for what is not all, nor 0 % for what is something. A dash for no share. */
export function percent(share: number | null): string {
  if (share === null) return '–';
  const clamped = share > 0.9995 && share < 1 ? 0.999 : share > 0 && share < 0.0005 ? 0.001 : share;
  const hint = clamped === share ? '' : share > 0.5 ? '> ' : '< ';
  return `${hint}${decimal(clamped * 100, 1)}%`;
}

/** `812 MiB` */
export function bytes(value: number): string {
  let unit = 0;
  let scaled = value;
  while (scaled >= 1_024 && unit < BYTE_UNITS.length - 1) {
    scaled /= 1_024;
    unit++;
  }
  return `${short(scaled)} ${BYTE_UNITS[unit] ?? 'B'}`;
}

/** `12,5 ms`, `3,2 giây`, `27 phút 14 giây`, `2 giờ 5 phút` */
export function duration(ms: number): string {
  if (ms < 1_000) return `${short(ms)} ms`;
  if (ms < 60_000) return `${short(ms / 1_000)} giây`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} phút ${seconds % 60} giây`;
  const minutes = Math.round(ms / 60_000);
  return `${whole(Math.floor(minutes / 60))} giờ ${minutes % 60} phút`;
}

/** A lawful limit: `3 ngày`, `trong ngày`, `2–5 ngày` */
export function limit({ least, most }: { readonly least: number; readonly most: number }): string {
  if (most === 0) return 'trong ngày';
  return least === most ? `${whole(most)} ngày` : `${whole(least)}–${whole(most)} ngày`;
}

/** `10/07/2023` or `10/07/2023 08:30:00` of an ISO instant with offset or day, as it stands there. */
export function dayAndTime(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(iso) ?? [];
  if (day === undefined) return iso;
  return `${day}/${month}/${year}${time === undefined ? '' : ` ${time}`}`;
}

/** `07/2023` of `2023-07`. */
export function month(isoMonth: string): string {
  return `${isoMonth.slice(5)}/${isoMonth.slice(0, 4)}`;
}
