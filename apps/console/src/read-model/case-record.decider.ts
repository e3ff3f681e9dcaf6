import { type CaseEvent, type CaseHistory } from '@lienthong/contracts';
import { type Decider, type Decision } from '@lienthong/engine';
import { CASE_FACETS, TALLIED_FACETS } from './case-facets';
import { type CaseRecord } from './case-record';
import { projectEntry, projectHistory } from './project-entry';

/** A case's history as the orchestrator has it now: for cases that the events do not tell from their beginning. */
export interface HistoryRead {
  readonly type: 'history.read';
  readonly history: Pick<CaseHistory, 'entries' | 'status'>;
  /** Replaces also a record that has as many entries. */
  readonly anew?: true;
}

export type CaseRecordInput = CaseEvent | HistoryRead;

const NOTHING: CaseRecord = { entries: 0 };

/**
 * The console's record of a case, from `case.events` alone. Entries count from 1, so a repeated one is told by its number
 * and a missing one by the gap before the next; a gap is closed by the whole history.
 */
export const caseRecordDecider: Decider<CaseRecord, CaseRecordInput> = {
  service: 'console',
  kind: 'console-case',
  knowsRepetitions: true,
  facets: CASE_FACETS,
  tallied: [TALLIED_FACETS],
  target: (message) => message.subject,
  decide(state = NOTHING, input): Decision<CaseRecord> | undefined {
    switch (input.type) {
      case 'timer.fired':
        return undefined;
      case 'history.read':
        return takeHistory(state, input);
      default:
        return takeEvent(state, input.data);
    }
  },
};

function takeEvent(
  state: CaseRecord,
  { status, index, ...entry }: CaseEvent['data'],
): Decision<CaseRecord> | undefined {
  const { entries, gap, summary } = state;
  if (index <= entries) return undefined;
  // Events of a version that did not number them say nothing certain: the history does.
  if (gap !== undefined || index !== entries + 1)
    return { state: { ...state, gap: Math.max(gap ?? 1, index || 1) } };
  return { state: { entries: index, summary: projectEntry(summary, entry, status) } };
}

function takeHistory(
  state: CaseRecord,
  { history: { entries, status }, anew }: HistoryRead,
): Decision<CaseRecord> | undefined {
  const reach = state.gap ?? (anew ? state.entries : state.entries + 1);
  if (entries.length < reach) return undefined;
  return { state: { entries: entries.length, summary: projectHistory(entries, status) } };
}
