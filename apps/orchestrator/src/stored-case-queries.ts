import { Inject, Injectable } from '@nestjs/common';
import { vietnamCalendar } from '@lienthong/calendar';
import { Clock } from '@lienthong/clock';
import {
  type CaseFilter,
  type CaseInspection,
  type CaseQueries,
  type CaseView,
  type Dossier,
  type Language,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { type AggregateQuery } from '@lienthong/engine';
import { type CaseState, caseView, inspectCase, processingTime, timelineOf } from '@lienthong/procedures';
import { CASE_ENGINE, type CaseEngine } from './case.engine';
import { OwnershipMetrics } from './ownership.metrics';

/** Reads of the sagas' own records. What depends on the time (open processing time, overdue) is as of now. */
@Injectable()
export class StoredCaseQueries implements CaseQueries {
  constructor(
    @Inject(CASE_ENGINE) private readonly cases: CaseEngine,
    private readonly clock: Clock,
    private readonly ownership: OwnershipMetrics,
  ) {}

  async find(dossierNumber: string, language: Language, submittedBy?: string): Promise<CaseView | undefined> {
    const state = await this.read(dossierNumber, submittedBy);
    return state && caseView(state, this.clock.now(), language);
  }

  async timeline(
    dossierNumber: string,
    language: Language,
    submittedBy?: string,
  ): Promise<readonly TimelineEntry[] | undefined> {
    const state = await this.read(dossierNumber, submittedBy);
    return state && timelineOf(state, language);
  }

  async processingTime(dossierNumber: string, submittedBy?: string): Promise<ProcessingTime | undefined> {
    const state = await this.read(dossierNumber, submittedBy);
    return state && processingTime(state, this.clock.now(), vietnamCalendar);
  }

  async dossier(dossierNumber: string, submittedBy?: string): Promise<Dossier | undefined> {
    return (await this.read(dossierNumber, submittedBy))?.dossier;
  }

  async inspect(dossierNumber: string, language: Language): Promise<CaseInspection | undefined> {
    const state = await this.cases.read(dossierNumber);
    return state && inspectCase(state, this.clock.now(), language, vietnamCalendar);
  }

  /** Ascending by dossier number, which is by filing day. `limit` must be positive. */
  async list(
    filter: CaseFilter,
    language: Language,
  ): Promise<{ items: readonly CaseView[]; nextCursor?: string }> {
    const rows = await this.cases.query({ ...toQuery(filter), limit: filter.limit + 1 });
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    return {
      items: page.map(({ state }) => caseView(state, this.clock.now(), language)),
      ...(rows.length > filter.limit && last ? { nextCursor: toCursor(last.id) } : undefined),
    };
  }

  withoutOwner(): Promise<readonly string[]> {
    return this.ownership.numbers();
  }

  private async read(dossierNumber: string, submittedBy: string | undefined): Promise<CaseState | undefined> {
    const state = await this.cases.read(dossierNumber);
    return submittedBy === undefined || state?.submittedBy === submittedBy ? state : undefined;
  }
}

function toQuery(filter: CaseFilter): AggregateQuery {
  const { status, procedureGroup, province, from, to, submittedBy, limit, cursor } = filter;
  return {
    where: {
      ...(status && { status }),
      ...(procedureGroup && { procedureGroup }),
      ...(province !== undefined && { province }),
      ...(submittedBy !== undefined && { submittedBy }),
    },
    ...((from !== undefined || to !== undefined) && {
      ranges: [
        { facet: 'submittedAt', ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      ],
    }),
    ...(cursor !== undefined && { afterId: fromCursor(cursor) }),
    limit,
  };
}

function toCursor(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url');
}

function fromCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}
