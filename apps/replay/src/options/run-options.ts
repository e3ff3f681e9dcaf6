import { basename } from 'node:path';
import { type PolicyId } from '@lienthong/contracts';
import { type HttpFlags } from '../http/options/http-flags';
import { type RecordedContent } from '../source';
import { type Volumes } from './volumes';

/** Where the dossiers of a run come from. */
export type SourceOptions =
  | ({ readonly kind: 'generated' } & Volumes)
  | {
      readonly kind: 'recorded';
      /** Absolute. */
      readonly file: string;
      /** What it held when the run began: a run goes on with the same content only. */
      readonly content: RecordedContent;
    };

/** What the results of a run follow from: kept with its data, and the same in every leg of it. */
export interface RunOptions {
  readonly source: SourceOptions;
  readonly seed: number;
  /** Unset: that of each dossier's filing date. */
  readonly policy?: PolicyId;
  /** `name=share,…` */
  readonly rates?: string;
  /** `[agency=]n,…` */
  readonly officers?: string;
  /** Each `agency@start/duration`. */
  readonly outages: readonly string[];
  /** Gateway that is driven over HTTP; unset: a system of our own in this process. */
  readonly target?: string;
}

/** What may differ from leg to leg: it changes how long a run takes, not what comes of it. */
export interface LegOptions {
  /** `max`, or simulated seconds a real second. */
  readonly speed: 'max' | number;
  /** Files to write the HTML and the JSON report to; absolute. */
  readonly report?: string;
  readonly json?: string;
  readonly sampleEveryMs: number;
  readonly quiet: boolean;
  /** How a gateway is driven; without meaning where the run has no target. */
  readonly http: HttpFlags;
}

/** The options that matter, by their names on the command line: to tell where two runs differ. */
export function factsOf(options: RunOptions): ReadonlyMap<string, string> {
  const { source, seed, policy, rates, officers, outages, target } = options;
  const facts = new Map<string, string>([['seed', String(seed)]]);
  if (source.kind === 'generated') {
    const { births, deaths, from, to } = source;
    for (const [name, value] of Object.entries({ births, deaths, from, to })) facts.set(name, String(value));
  } else {
    facts.set('file', `${basename(source.file)} (SHA-256 ${source.content.sha256.slice(0, 12)}…)`);
  }
  for (const [name, value] of Object.entries({ policy, rates, officers, target })) {
    if (value !== undefined) facts.set(name, value);
  }
  if (outages.length > 0) facts.set('outage', outages.join(' '));
  return facts;
}
