/** The part of the geography that forms are checked against. */
export { type Places } from '@lienthong/procedures';

/** Injection token of {@link Places}. */
export const GEOGRAPHY = Symbol('Geography');
