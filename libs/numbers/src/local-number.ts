import { type IsoDay, isIsoDay } from '@lienthong/calendar';
import { fourDigits, inRange } from './digits';
import { NumberRangeExhausted } from './numbers.errors';

const LOCAL_NUMBER = /^([\dA-Z]+(?:\.[\dA-Z]+)*)-(\d{2})(\d{2})(\d{2})-(\d{4}|[1-9]\d{4,})$/;

export interface LocalNumber {
  readonly agencyId: string;
  readonly day: IsoDay;
  readonly counter: number;
}

/**
 * An agency's own number of a dossier (số hồ sơ nội bộ): `<agency id>-yyMMdd-NNNN`. Past 9,999 a day it
 * grows wider rather than starting again.
 * @param agencyId digits and capitals in groups joined by dots, such as `000.00.01.G12`
 * @param counter the running number of the agency and day, from 1
 * @throws NumberRangeExhausted when `counter` is no whole number from 1
 */
export function formatLocalNumber(agencyId: string, day: IsoDay, counter: number): string {
  if (!inRange(counter, 1, Number.MAX_SAFE_INTEGER)) {
    throw new NumberRangeExhausted('LocalNumberRangeExhausted', counter, '1 and above');
  }
  return `${agencyId}-${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-${fourDigits(counter)}`;
}

/** The parts of an agency's own number, its year taken as 20yy; undefined when `text` is none. */
export function parseLocalNumber(text: string): LocalNumber | undefined {
  const match = LOCAL_NUMBER.exec(text);
  if (!match) return undefined;
  const day = `20${match[2]}-${match[3]}-${match[4]}`;
  const counter = Number(match[5]);
  return isIsoDay(day) && inRange(counter, 1, Number.MAX_SAFE_INTEGER)
    ? { agencyId: match[1] ?? '', day, counter }
    : undefined;
}
