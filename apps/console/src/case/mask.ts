type Json = Readonly<Record<string, unknown>>;

/** Names of fields whose text tells nothing of a person: codes, choices, numbers of papers and offices. */
const PLAIN = new Set(
  [
    'procedureGroup procedures procedure channel delivery policy province office attempt request outcome',
    'civilRegistry residency healthInsurance socialBenefits communeCode sex nationality',
    'birthCase case relationship relationshipToHead consent regime method bank precision kind',
    'dateOfBirthPrecision dossierNumber',
    'initialFacility submittedAt localNumber code pointer status agency blocks ignored',
    'book registeredOn validFrom validTo decisionNumber residenceNumber',
  ]
    .join(' ')
    .split(' '),
);
/** Free text in which people explain something: what it repeats of the dossier's persons is taken out. */
const TEXT = new Set(['vi', 'en', 'reason']);
const NUMBERS = new Set(
  'personalId householdHeadPersonalId phone account insuranceNumber cardNumber birthNoticeNumber number'.split(
    ' ',
  ),
);
const NAMES = new Set(['fullName']);
const EMAILS = new Set(['email']);
const DATES = new Set(['dateOfBirth', 'occurredAt']);

const DOT = '•';
const HIDDEN = DOT.repeat(4);
const SHOWN_DIGITS = 3;
const MAIL = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:]+/g;
/** Personal ids, phones and accounts; groups of digits may be apart. */
const LONG_NUMBER = /\d(?:[ .-]?\d){7,}/g;

/**
 * Hides what tells who somebody is: names, personal ids, phones, e-mails, accounts, addresses, days of birth and death, and
 * every text whose field is not known to be harmless. What stays is enough to tell two persons of one dossier apart.
 */
export class Mask {
  private readonly persons: readonly string[];

  /** @param dossier whose persons are taken out of free text too */
  constructor(dossier: object) {
    this.persons = [...personsOf(dossier)].sort((a, b) => b.length - a.length);
  }

  /** The same shape with everything personal masked. */
  apply<T>(value: T): T {
    return this.under('', value) as T;
  }

  private under(name: string, value: unknown): unknown {
    if (typeof value === 'string') return this.text(name, value);
    if (Array.isArray(value)) return value.map((item) => this.under(name, item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value as Json)
        .filter(([key]) => key !== 'simulation')
        // A correction names its fields by their paths: `child.fullName`.
        .map(([key, inner]) => [key, this.under(key.split('.').at(-1) ?? key, inner)]),
    );
  }

  private text(name: string, value: string): string {
    if (PLAIN.has(name)) return value;
    if (NAMES.has(name)) return maskName(value);
    if (NUMBERS.has(name)) return maskNumber(value);
    if (EMAILS.has(name)) return maskEmail(value);
    if (DATES.has(name)) return value.slice(0, 4);
    return TEXT.has(name) ? this.redact(value) : HIDDEN;
  }

  private redact(text: string): string {
    const withoutNumbers = text.normalize('NFC').replace(MAIL, HIDDEN).replace(LONG_NUMBER, maskNumber);
    return this.persons.reduce(
      (redacted, person) => redacted.replace(new RegExp(escaped(person), 'giu'), maskName),
      withoutNumbers,
    );
  }
}

/** `N•••• V•• A•`. */
export function maskName(name: string): string {
  return name.replace(/\S+/gu, (word) => {
    const [first = '', ...rest] = word.normalize('NFC');
    return first + DOT.repeat(rest.length);
  });
}

/** The last three digits stay: `•••••••••345`. */
function maskNumber(number: string): string {
  const hidden = Math.max(0, number.length - SHOWN_DIGITS);
  return number.length <= SHOWN_DIGITS * 2 ? HIDDEN : DOT.repeat(hidden) + number.slice(hidden);
}

function maskEmail(address: string): string {
  return `${address.slice(0, 1)}${HIDDEN}@${HIDDEN}`;
}

function* personsOf(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (NAMES.has(name) && typeof inner === 'string' && inner.trim() !== '')
      yield inner.trim().normalize('NFC');
    else yield* personsOf(inner);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
