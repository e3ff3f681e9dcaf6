import { type Geography } from '@lienthong/geography';

/** The part of {@link Geography} that the form is checked against. */
export type Places = Pick<Geography, 'isCommune' | 'isProvince' | 'commune' | 'provinceOfCommune'>;

/** Injection token of {@link Places}. */
export const GEOGRAPHY = Symbol('Geography');
