import { vietnamCalendar } from '@lienthong/calendar';
import { loadGeography } from '@lienthong/platform';
import { type RunOptions } from '../options/run-options';
import { type DossierSource, GeneratedSource, RecordedSource } from '../source';

/**
 * The dossiers of a run: the same in every leg, and in its audit. Where dossiers may lie longer than the source can know,
 * over HTTP and in queues, no applicant dies: the registry would rightly refuse what a dead person has filed.
 */
export function sourceOf({
  source,
  seed,
  target,
  officers,
  outages,
}: Pick<RunOptions, 'source' | 'seed' | 'target' | 'officers' | 'outages'>): DossierSource {
  if (source.kind === 'recorded') return new RecordedSource(source.file, source.content);
  const { births, deaths, from, to } = source;
  const applicantsDie = target === undefined && officers === undefined && outages.length === 0;
  const geography = loadGeography();
  const calendar = vietnamCalendar;
  return new GeneratedSource({ seed, births, deaths, from, to, geography, calendar, applicantsDie });
}
