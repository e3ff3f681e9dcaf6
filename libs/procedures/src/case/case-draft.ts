import {
  type CaseEvent,
  type CaseEventName,
  type HistoryEntry,
  type LinkedAgencyId,
} from '@lienthong/contracts';
import { type Decision, type Outgoing } from '@lienthong/engine';
import { sagaOf } from '../saga/machines';
import { type SagaNode } from '../saga/saga-table';
import { type AgencyProgress, type CaseState } from './case-state';
import { movedClocks } from './moved-clocks';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * The next state of a case while one decision is being taken: copies what it changes, shares the rest with the
 * state it came from, and becomes the decision.
 */
export class CaseDraft {
  readonly state: Writable<CaseState>;
  private readonly entries: HistoryEntry[] = [];
  private readonly commands: Outgoing[] = [];

  constructor(
    private readonly base: CaseState,
    readonly now: number,
  ) {
    this.state = { ...base };
  }

  get node(): SagaNode {
    const { dossier, machineVersion, snapshot } = this.state;
    return sagaOf(dossier.procedureGroup, machineVersion).at(snapshot);
  }

  /** Throws for an agency that has no part in the case. */
  progress(agency: LinkedAgencyId): AgencyProgress {
    const found = this.state.agencies.find((progress) => progress.agency === agency);
    if (!found) throw new RangeError(`${agency} has no part in ${this.state.dossierNumber}`);
    return found;
  }

  /** Replaces what is known of one agency. */
  update(next: AgencyProgress): void {
    this.state.agencies = this.state.agencies.map((progress) =>
      progress.agency === next.agency ? next : progress,
    );
  }

  record(type: CaseEventName, agency?: LinkedAgencyId, data?: Readonly<Record<string, unknown>>): void {
    this.recordAt(this.now, type, agency, data);
  }

  recordAt(
    at: number,
    type: CaseEventName,
    agency?: LinkedAgencyId,
    data?: Readonly<Record<string, unknown>>,
  ): void {
    this.entries.push(
      agency === undefined
        ? { at, type, ...(data && { data }) }
        : data === undefined
          ? { at, type, agency }
          : { at, type, agency, data },
    );
  }

  send(command: Outgoing): void {
    this.commands.push(command);
  }

  /** The state with its history, the commands, and one case event a history entry. */
  decision(): Decision<CaseState> {
    const { state, base } = this;
    const { status } = this.node;
    const entries = movedClocks(base, state, this.entries);
    state.history = [...base.history, ...entries];
    const events = entries.map((entry, i): Outgoing<CaseEvent> => ({
      topic: 'case.events',
      type: `vn.lienthong.${entry.type}.v1`,
      subject: state.dossierNumber,
      data: { ...entry, status, index: base.history.length + i + 1 },
    }));
    return { state, messages: [...this.commands, ...events] };
  }
}
