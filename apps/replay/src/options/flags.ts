import { type Command } from 'commander';
import { type PolicyId } from '@lienthong/contracts';
import { httpFlags, type HttpFlags } from '../http/options/http-flags';
import { BadOption } from './bad-option';
import { type Volumes } from './volumes';

/** The command line as commander read it. */
export interface Flags extends Partial<Volumes> {
  readonly national?: true;
  readonly share?: number;
  readonly seed: number;
  readonly file?: string;
  readonly export?: string;
  readonly speed: 'max' | number;
  readonly policy?: PolicyId;
  readonly rates?: string;
  readonly officers?: string;
  readonly outage?: readonly string[];
  readonly dataDir: string;
  readonly resume?: true;
  readonly overwrite?: true;
  readonly report?: string;
  readonly json?: string;
  readonly compare?: readonly string[];
  readonly sampleEvery?: number;
  readonly quiet?: true;
  readonly target?: string;
}

export type FlagName = keyof Flags;

/** What was said on the command line itself; the rest are defaults. */
export interface GivenFlags {
  readonly all: Flags;
  readonly names: ReadonlySet<string>;
  /** Those of the HTTP driver that were given, `--target` aside. */
  readonly http: HttpFlags;
}

/** @throws BadOption for options of the HTTP driver where there is nothing to drive */
export function givenFlags(program: Command): GivenFlags {
  const all = program.opts<Flags>();
  const names = new Set(Object.keys(all).filter((name) => program.getOptionValueSource(name) === 'cli'));
  const ofHttp = httpFlags().filter(
    (option) => names.has(option.attributeName()) && option.long !== '--target',
  );
  const [first] = ofHttp;
  if (first && all.target === undefined && !all.resume) throw new BadOption(`${first.long} needs --target`);
  const values: Readonly<Record<string, unknown>> = program.opts();
  const http = Object.fromEntries(
    ofHttp.map((option) => [option.attributeName(), values[option.attributeName()]]),
  );
  return { all, names, http };
}
