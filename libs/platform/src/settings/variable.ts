/** One line that names the variable, what it holds and what is allowed. Stops the start. */
export class BadSetting extends Error {
  readonly code = 'bad-setting';
  readonly exitCode = 2;

  constructor(name: string, value: string, allowed: string) {
    super(`${name} is ${JSON.stringify(value)}: allowed is ${allowed}`);
  }
}

/** How a setting is named, and how its text becomes a value. */
export interface Variable<T> {
  readonly env: string;
  /** Without `--`; unset where there is no flag. */
  readonly flag?: string;
  readonly fallback: T;
  readonly allowed: string;
  readonly help: string;
  /** Undefined: not allowed. */
  parse(text: string): T | undefined;
}

type Naming = Pick<Variable<unknown>, 'env' | 'flag' | 'help'>;

export function oneOf<const T extends string, F extends T | undefined>(
  naming: Naming,
  values: readonly T[],
  fallback: F,
): Variable<T | F> {
  return {
    ...naming,
    fallback,
    allowed: values.join(' | '),
    parse: (text) => values.find((value) => value === text),
  };
}

export function integer(naming: Naming, from: number, to: number, fallback: number): Variable<number> {
  return {
    ...naming,
    fallback,
    allowed: `a whole number from ${from} to ${to}`,
    parse: (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : NaN;
      return value >= from && value <= to ? value : undefined;
    },
  };
}

export function text<F extends string | undefined>(naming: Naming, fallback: F): Variable<string | F> {
  return { ...naming, fallback, allowed: 'any text', parse: (value) => value || undefined };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether what is said there stays between the two: https, or http that does not leave this machine. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(text);
  const isBare = search === '' && hash === '' && username === '' && password === '';
  return isBare && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)));
}

/** An address that keys and tokens come from. */
export function url(naming: Naming): Variable<string | undefined> {
  return {
    ...naming,
    fallback: undefined,
    allowed: 'an https URL without query; http on loopback only',
    parse: (value) => (isSafeUrl(value) ? value : undefined),
  };
}

/** An ISO 8601 instant with offset, as epoch ms. */
export function instant(naming: Naming): Variable<number | undefined> {
  return {
    ...naming,
    fallback: undefined,
    allowed: 'an ISO 8601 instant with offset, e.g. 2026-11-16T08:00:00+07:00',
    parse: (value) => {
      const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(value);
      const ms = complete ? Date.parse(value) : NaN;
      return Number.isNaN(ms) ? undefined : ms;
    },
  };
}

/** {@link text} that no message may repeat: passwords, and connection strings that hold one. */
export function secret(naming: Naming): Variable<string | undefined> {
  return text(naming, undefined);
}

/** Values separated by commas. */
export function list(naming: Naming, allowed: string): Variable<readonly string[]> {
  return {
    ...naming,
    fallback: [],
    allowed,
    parse: (value) => {
      const parts = value.split(',').map((part) => part.trim());
      return parts.every((part) => /^[^\s:]+:\d+$/.test(part)) ? parts : undefined;
    },
  };
}

/** `name=url|url name=url`, as a map. */
export function serviceUrls(naming: Naming): Variable<ReadonlyMap<string, readonly string[]>> {
  return {
    ...naming,
    fallback: new Map(),
    allowed: 'service=http://host:port[|http://host:port], separated by spaces',
    parse: (value) => {
      const services = new Map<string, readonly string[]>();
      for (const pair of value.trim().split(/\s+/)) {
        const [, name, urls] = /^([a-z-]+)=(.+)$/.exec(pair) ?? [];
        if (name === undefined || urls === undefined) return undefined;
        const parts = urls.split('|').map((url) => url.replace(/\/+$/, ''));
        if (!parts.every((url) => URL.canParse(url) && /^https?:/.test(url))) return undefined;
        services.set(name, parts);
      }
      return services;
    },
  };
}
