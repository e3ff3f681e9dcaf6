import { resolve } from 'node:path';
import { vietnamCalendar } from '@lienthong/calendar';
import { surveyRecorded } from '../source';
import { BadOption } from './bad-option';
import { type Flags } from './flags';
import { type SourceOptions } from './run-options';
import { DEFAULT_VOLUMES, NATIONAL, shareOf } from './volumes';

const { from: FIRST_FILING, to: LAST_FILING } = vietnamCalendar.covered;

/**
 * Which dossiers the flags ask for.
 * @throws BadOption for a period outside the calendar or nothing to replay, BadRecordedFile for a file that is wrong
 */
export async function readSource({ file, national, share = 1, ...flags }: Flags): Promise<SourceOptions> {
  if (file !== undefined) {
    const path = resolve(file);
    return { kind: 'recorded', file: path, content: await surveyRecorded(path) };
  }
  const {
    births = DEFAULT_VOLUMES.births,
    deaths = DEFAULT_VOLUMES.deaths,
    from = DEFAULT_VOLUMES.from,
    to = DEFAULT_VOLUMES.to,
  } = national ? NATIONAL : flags;
  if (from > to) throw new BadOption(`--from ${from} is after --to ${to}`);
  if (from < FIRST_FILING || to > LAST_FILING)
    throw new BadOption(`--from ${from} --to ${to}: allowed are days from ${FIRST_FILING} to ${LAST_FILING}`);
  const volumes = shareOf({ births, deaths, from, to }, share);
  if (volumes.births + volumes.deaths === 0)
    throw new BadOption('--births and --deaths: there is nothing to replay');
  return { kind: 'generated', ...volumes };
}
