import { toVietnamIso } from './iso-time';

/** Members that are instants, as this project names them. */
const INSTANT_NAME = /(?:^at|At|^until|^appointment|^promised|^from|^to|EndsAt)$/;
/** 2001-09-09: smaller numbers are counts and durations, whatever their name. */
const EARLIEST_INSTANT = 1e12;

/** The same value with every instant in it, known by its name, written as {@link toVietnamIso}. */
export function withVietnamTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withVietnamTimes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      typeof part === 'number' && part >= EARLIEST_INSTANT && INSTANT_NAME.test(name)
        ? toVietnamIso(part)
        : withVietnamTimes(part),
    ]),
  );
}
