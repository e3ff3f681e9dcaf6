import { type Language } from '@lienthong/contracts';

/** No, yes. */
export const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  vi: ['Không', 'Có'],
  en: ['No', 'Yes'],
};
