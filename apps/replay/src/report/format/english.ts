const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const SHORT = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `1,265,439`; three digits of what is small and no whole number: `0.432`. */
export function counted(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? WHOLE.format(value) : SHORT.format(value);
}

export function fixed(value: number, digits: number): string {
  return value.toFixed(digits);
}

/** `98.7 %`; never 100 % for what is not all. A dash for no share. */
export function share(value: number | null): string {
  if (value === null) return '-';
  return value > 0.9995 && value < 1 ? '> 99.9 %' : `${(value * 100).toFixed(1)} %`;
}

/** `812 MiB` */
export function size(bytes: number): string {
  let unit = 0;
  let scaled = bytes;
  while (scaled >= 1_024 && unit < SIZES.length - 1) {
    scaled /= 1_024;
    unit++;
  }
  return `${counted(scaled)} ${SIZES[unit] ?? 'B'}`;
}

/** `12.5 ms`, `3.2 s`, `27 min 14 s`, `2 h 5 min` */
export function elapsed(ms: number): string {
  if (ms < 1_000) return `${counted(ms)} ms`;
  if (ms < 60_000) return `${counted(ms / 1_000)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(ms / 60_000);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
