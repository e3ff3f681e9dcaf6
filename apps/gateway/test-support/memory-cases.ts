import {
  type CaseFilter,
  type CaseQueries,
  type CaseView,
  type Dossier,
  type Language,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { CaseFeed } from '../src/ports';
import { birthDossier, deathDossier, FILED_AT } from './dossiers';

export const DOSSIER_NUMBER = 'G22.99.08-20261116-0000042';

/** A case in the middle of its way; `change` says what is different. */
export function caseView(change: Partial<CaseView> = {}): CaseView {
  return {
    dossierNumber: DOSSIER_NUMBER,
    procedureGroup: 'birth',
    status: 'in-progress',
    nationalStatus: { code: 4, label: 'Đang xử lý' },
    linkedStatus: { code: 7, label: 'Đã gửi phần mềm hộ tịch' },
    policy: 'nd63',
    submittedAt: FILED_AT,
    acceptedAt: FILED_AT + 1,
    appointment: Date.parse('2026-11-19T17:00:00+07:00'),
    overdue: false,
    procedures: [
      {
        procedure: 'birth-registration',
        agency: 'civil-registry',
        office: '00004',
        status: 'in-progress',
        startedAt: FILED_AT + 1,
      },
    ],
    allowedActions: ['withdraw'],
    promises: [],
    supplements: [],
    ...change,
  };
}

/** The saga's records, as a test wants them. */
export class MemoryCases implements CaseQueries {
  readonly views = new Map<string, CaseView>();
  readonly timelines = new Map<string, TimelineEntry[]>();
  readonly filters: CaseFilter[] = [];
  private readonly submitters = new Map<string, string | undefined>();

  put(view: CaseView, submittedBy?: string): void {
    this.views.set(view.dossierNumber, view);
    this.submitters.set(view.dossierNumber, submittedBy);
    if (!this.timelines.has(view.dossierNumber)) this.timelines.set(view.dossierNumber, []);
  }

  record(dossierNumber: string, entry: Omit<TimelineEntry, 'index'>): void {
    const timeline = this.timelines.get(dossierNumber) ?? [];
    this.timelines.set(dossierNumber, [...timeline, { index: timeline.length + 1, ...entry }]);
  }

  async find(
    dossierNumber: string,
    _language: Language,
    submittedBy?: string,
  ): Promise<CaseView | undefined> {
    return this.isSeenBy(dossierNumber, submittedBy) ? this.views.get(dossierNumber) : undefined;
  }

  async timeline(
    dossierNumber: string,
    _language: Language,
    submittedBy?: string,
  ): Promise<readonly TimelineEntry[] | undefined> {
    return this.isSeenBy(dossierNumber, submittedBy) ? this.timelines.get(dossierNumber) : undefined;
  }

  async processingTime(dossierNumber: string, submittedBy?: string): Promise<ProcessingTime | undefined> {
    if (!this.views.has(dossierNumber) || !this.isSeenBy(dossierNumber, submittedBy)) return undefined;
    return {
      total: {
        calendarMs: 60_000,
        workingMs: 60_000,
        netWorkingMs: 60_000,
        applicantWorkingMs: 0,
        limitWorkingDays: 3,
        pausedMs: 0,
      },
      segments: [
        {
          procedure: 'birth-registration',
          agency: 'civil-registry',
          kind: 'transit',
          from: FILED_AT,
          to: FILED_AT + 60_000,
          calendarMs: 60_000,
        },
      ],
    };
  }

  async dossier(dossierNumber: string, submittedBy?: string): Promise<Dossier | undefined> {
    const view = this.isSeenBy(dossierNumber, submittedBy) ? this.views.get(dossierNumber) : undefined;
    return view && (view.procedureGroup === 'birth' ? birthDossier() : deathDossier());
  }

  async inspect(): Promise<undefined> {
    return undefined;
  }

  async list(filter: CaseFilter): Promise<{ items: readonly CaseView[]; nextCursor?: string }> {
    this.filters.push(filter);
    return { items: [...this.views.values()].slice(0, filter.limit), nextCursor: 'bmV4dA' };
  }

  async withoutOwner(): Promise<readonly string[]> {
    return [];
  }

  private isSeenBy(dossierNumber: string, submittedBy: string | undefined): boolean {
    return submittedBy === undefined || this.submitters.get(dossierNumber) === submittedBy;
  }
}

export class MemoryFeed extends CaseFeed {
  private readonly listeners = new Map<string, Set<() => void>>();

  override subscribe(dossierNumber: string, onChange: () => void): () => void {
    const listeners = this.listeners.get(dossierNumber) ?? new Set();
    this.listeners.set(dossierNumber, listeners.add(onChange));
    return () => void listeners.delete(onChange);
  }

  subscribers(dossierNumber: string): number {
    return this.listeners.get(dossierNumber)?.size ?? 0;
  }

  change(dossierNumber: string): void {
    for (const listener of this.listeners.get(dossierNumber) ?? []) listener();
  }
}
