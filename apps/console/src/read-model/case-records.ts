import { type FactoryProvider } from '@nestjs/common';
import { type Engine, Engines } from '@lienthong/engine';
import { type CaseRecord } from './case-record';
import { caseRecordDecider, type CaseRecordInput } from './case-record.decider';
import { Flow } from './flow';
import { GapWatch } from './gap-watch';

/** The console's records of all cases, by dossier number. */
export type CaseRecords = Engine<CaseRecord, CaseRecordInput>;

/** Injection token of {@link CaseRecords}. */
export const CASE_RECORDS = Symbol('CaseRecords');

export const caseRecordsProvider: FactoryProvider<CaseRecords> = {
  provide: CASE_RECORDS,
  inject: [Engines, GapWatch, Flow],
  useFactory: (engines: Engines, gaps: GapWatch, flow: Flow) =>
    engines.for(caseRecordDecider, {
      observe: (before, after) => {
        flow.moved(before, after, Date.now());
        if (after.gap !== undefined) gaps.opened();
      },
    }),
};
