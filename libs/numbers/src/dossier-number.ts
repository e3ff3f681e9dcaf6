import { type IsoDay, isIsoDay } from '@lienthong/calendar';
import { inRange, sevenDigits } from './digits';
import { NumberRangeExhausted } from './numbers.errors';

/** Agency id (mã định danh) under which the linked-service software numbers its dossiers. */
export const LINKED_AGENCY_ID = 'G22.99.08';

const MAX_COUNTER = 9_999_999;
const DOSSIER_NUMBER = /^G22\.99\.08-(\d{4})(\d{2})(\d{2})-(\d{7})$/;

export interface DossierNumber {
  readonly agency: typeof LINKED_AGENCY_ID;
  /** Day of filing. */
  readonly day: IsoDay;
  /** Counts the day's dossiers from 1. */
  readonly counter: number;
}

/**
 * Number of a linked dossier (số hồ sơ liên thông): `G22.99.08-yyyyMMdd-NNNNNNN`.
 * @param counter the day's running number, from 1
 * @throws NumberRangeExhausted past 9,999,999
 */
export function formatDossierNumber(day: IsoDay, counter: number): string {
  if (!inRange(counter, 1, MAX_COUNTER)) {
    throw new NumberRangeExhausted('DossierNumberRangeExhausted', counter, `1–${MAX_COUNTER}`);
  }
  return `${LINKED_AGENCY_ID}-${day.slice(0, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-${sevenDigits(counter)}`;
}

/** The parts of a linked dossier's number; undefined when `text` is none or its day does not exist. */
export function parseDossierNumber(text: string): DossierNumber | undefined {
  const match = DOSSIER_NUMBER.exec(text);
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const counter = Number(match[4]);
  return isIsoDay(day) && counter > 0 ? { agency: LINKED_AGENCY_ID, day, counter } : undefined;
}

export function isDossierNumber(text: string): boolean {
  return parseDossierNumber(text) !== undefined;
}
