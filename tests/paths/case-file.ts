import { type AgencyRecord, type AnyWorkItem } from '@lienthong/agency';
import {
  CASE_QUERIES,
  type CaseQueries,
  type CaseView,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { type CaseState } from '@lienthong/procedures';
import { type Engine } from '@lienthong/engine';
import { CASE_ENGINE } from '../../apps/orchestrator/src/case.engine';
import { type SystemUnderTest } from '../support/system-under-test';

/** Everything the system knows of one dossier, service by service. */
export interface CaseFile {
  readonly dossierNumber: string;
  readonly state: CaseState;
  readonly view: CaseView;
  readonly timeline: readonly TimelineEntry[];
  readonly time: ProcessingTime;
  readonly work: Readonly<Partial<Record<LinkedAgencyId, AnyWorkItem & { readonly record?: AnyRecord }>>>;
}

export type AnyRecord = AgencyRecord & Readonly<Record<string, unknown>>;

/** Reads the files of dossiers from all services. @throws Error for a dossier without a case */
export function readFiles(
  system: SystemUnderTest,
  dossierNumbers: readonly string[],
): Promise<readonly CaseFile[]> {
  const queries: CaseQueries = system.get(CASE_QUERIES);
  const cases: Engine<CaseState, never> = system.get(CASE_ENGINE);
  const { desks } = system;
  return Promise.all(
    dossierNumbers.map(async (dossierNumber): Promise<CaseFile> => {
      const [state, view, timeline, time, items] = await Promise.all([
        cases.read(dossierNumber),
        queries.find(dossierNumber, 'vi'),
        queries.timeline(dossierNumber, 'vi'),
        queries.processingTime(dossierNumber),
        Promise.all(
          LINKED_AGENCIES.map(
            async (agency) => [agency, (await desks[agency].find(dossierNumber))?.item] as const,
          ),
        ),
      ]);
      if (!state || !view || !timeline || !time) throw new Error(`${dossierNumber} has no case`);
      const work = Object.fromEntries(items.filter(([, item]) => item !== undefined)) as CaseFile['work'];
      return { dossierNumber, state, view, timeline, time, work };
    }),
  );
}
