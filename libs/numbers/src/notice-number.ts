import { type IsoDay } from '@lienthong/calendar';

/** From this day on a birth notice has a national number (TT 22/2025/TT-BYT); facilities numbered freely before. */
export const nationalBirthNoticeFrom = '2025-10-01';

const BIRTH_NOTICE = /^(\d{5})\.GCS\.([\dA-Z]{5})\.(\d{2})$/;
const FREE_FORM = /^[\p{L}\p{N}][\p{L}\p{N}./\- ]{0,39}$/u;
const DEATH_NOTICE = /^\d{1,6}(?:\/(?:19|20)\d{2})?\/UBND-GBT$/;

/** A birth notice number (số giấy chứng sinh): `XXXXX.GCS.ZZZZZ.YY`. */
export interface BirthNoticeNumber {
  readonly serial: string;
  /** The facility that issued it (mã cơ sở khám chữa bệnh). */
  readonly facility: string;
  readonly year: number;
}

/** The parts of a birth notice number of the national form, its year taken as 20yy; undefined when `text` is none. */
export function parseBirthNoticeNumber(text: string): BirthNoticeNumber | undefined {
  const match = BIRTH_NOTICE.exec(text);
  return match
    ? { serial: match[1] ?? '', facility: match[2] ?? '', year: 2000 + Number(match[3]) }
    : undefined;
}

/**
 * Whether a birth notice can have this number: the national form with a year not before the notice's from
 * {@link nationalBirthNoticeFrom} on, else up to 40 letters, digits and `./- `.
 * @param earliest day before which it was not issued: its date, or the date of birth when that is all there is
 */
export function isBirthNoticeNumber(text: string, earliest: IsoDay): boolean {
  const national = parseBirthNoticeNumber(text);
  if (national) return national.year >= Number(earliest.slice(0, 4));
  return earliest < nationalBirthNoticeFrom && FREE_FORM.test(text);
}

/** A commune's death notice (giấy báo tử) bears a number like `01/UBND-GBT`, or with the year `01/2026/UBND-GBT`. */
export function isCommuneDeathNoticeNumber(text: string): boolean {
  return DEATH_NOTICE.test(text);
}
