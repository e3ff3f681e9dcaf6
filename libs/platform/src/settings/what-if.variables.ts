import { LINKED_AGENCIES, type LinkedAgencyId } from '@lienthong/contracts';
import { createRates, RATE_NAMES, type RateShares } from '@lienthong/simulation';
import { parseOutage } from './agency-outage';
import { type Settings } from './settings';
import { type Variable } from './variable';

type WhatIfSetting = 'rates' | 'officers' | 'outages';

const MOST_OFFICERS = 10_000;

/** What a load tester changes to see what becomes of the processing times. */
export const WHAT_IF_VARIABLES: { readonly [Name in WhatIfSetting]: Variable<Settings[Name]> } = {
  rates: {
    env: 'RATES',
    flag: 'rates',
    help: 'planning values that replace those of every policy',
    fallback: {},
    allowed: `share=0…1, … of ${RATE_NAMES.join(', ')}; those of one decision at most 1 together`,
    parse: ratesOf,
  },
  officers: {
    env: 'OFFICERS',
    flag: 'officers',
    help: 'officers at each office, so that queues form; default: no limit',
    fallback: new Map(),
    allowed: `a whole number from 1 to ${MOST_OFFICERS}, or agency=number, … of ${LINKED_AGENCIES.join(', ')}`,
    parse: officersOf,
  },
  outages: {
    env: 'OUTAGES',
    flag: 'outage',
    help: 'when the system of an agency is away',
    fallback: [],
    allowed: `agency@start/duration, … as in civil-registry@2024-02-15T08:00/PT6H, of ${LINKED_AGENCIES.join(', ')}; within the calendar's years`,
    parse: (text) => {
      const outages = partsOf(text).flatMap((part) => parseOutage(part) ?? []);
      return outages.length === partsOf(text).length ? outages : undefined;
    },
  },
};

function ratesOf(text: string): Partial<RateShares> | undefined {
  const pairs = pairsOf(text, RATE_NAMES, /^(\d+(\.\d*)?|\.\d+)$/);
  if (!pairs) return undefined;
  const rates: Partial<RateShares> = Object.fromEntries(pairs);
  try {
    createRates(rates);
    return rates;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function officersOf(text: string): ReadonlyMap<LinkedAgencyId, number> | undefined {
  const everywhere = /^\d+$/.test(text) ? Number(text) : undefined;
  const officers =
    everywhere === undefined
      ? pairsOf(text, LINKED_AGENCIES, /^\d+$/)
      : new Map(LINKED_AGENCIES.map((agency) => [agency, everywhere]));
  const counts = [...(officers?.values() ?? [])];
  return counts.every((count) => count >= 1 && count <= MOST_OFFICERS) ? officers : undefined;
}

/** `name=number, …` with names out of `names`, each once. Undefined where the text is anything else. */
function pairsOf<Name extends string>(
  text: string,
  names: readonly Name[],
  number: RegExp,
): ReadonlyMap<Name, number> | undefined {
  const pairs = new Map<Name, number>();
  for (const part of partsOf(text)) {
    const [given, value = '', ...rest] = part.split('=');
    const name = names.find((one) => one === given);
    if (name === undefined || rest.length > 0 || pairs.has(name) || !number.test(value)) return undefined;
    pairs.set(name, Number(value));
  }
  return pairs;
}

function partsOf(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}
