import { Inject, Injectable } from '@nestjs/common';
import {
  CASE_QUERIES,
  type CaseFilter,
  type CaseQueries,
  type CaseView,
  type Dossier,
  type Language,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { isDossierNumber } from '@lienthong/numbers';
import { Problem } from '@lienthong/platform';
import { RecentSubmissions } from '../intake/recent-submissions';

const NOTHING_YET: ProcessingTime = {
  total: {
    calendarMs: 0,
    workingMs: 0,
    netWorkingMs: 0,
    applicantWorkingMs: 0,
    limitWorkingDays: 0,
    pausedMs: 0,
  },
  segments: [],
};

/**
 * The saga's records, and for the moment before a saga begins, what was acknowledged. Where `submittedBy` is given, what
 * somebody else filed is not found: that it exists is not told.
 */
@Injectable()
export class CaseReader {
  constructor(
    @Inject(CASE_QUERIES) private readonly queries: CaseQueries,
    private readonly recent: RecentSubmissions,
  ) {}

  /** @throws Problem 404 `dossier-not-found` */
  async find(dossierNumber: string, language: Language, submittedBy?: string): Promise<CaseView> {
    if (!isDossierNumber(dossierNumber)) return notFound();
    const known = await this.queries.find(dossierNumber, language, submittedBy);
    return known ?? this.recent.find(dossierNumber, language, submittedBy) ?? notFound();
  }

  /** @throws Problem 404 `dossier-not-found` */
  async timeline(
    dossierNumber: string,
    language: Language,
    submittedBy?: string,
  ): Promise<readonly TimelineEntry[]> {
    if (!isDossierNumber(dossierNumber)) return notFound();
    const entries = await this.queries.timeline(dossierNumber, language, submittedBy);
    return entries ?? (this.recent.find(dossierNumber, language, submittedBy) ? [] : notFound());
  }

  /** @throws Problem 404 `dossier-not-found` */
  async processingTime(dossierNumber: string, submittedBy?: string): Promise<ProcessingTime> {
    if (!isDossierNumber(dossierNumber)) return notFound();
    const time = await this.queries.processingTime(dossierNumber, submittedBy);
    return time ?? (this.recent.find(dossierNumber, 'vi', submittedBy) ? NOTHING_YET : notFound());
  }

  /**
   * What was filed, as supplemented and corrected since.
   * @throws Problem 404 `dossier-not-found`
   */
  async dossier(dossierNumber: string, submittedBy?: string): Promise<Dossier> {
    return (await this.queries.dossier(dossierNumber, submittedBy)) ?? notFound();
  }

  list(filter: CaseFilter, language: Language): ReturnType<CaseQueries['list']> {
    return this.queries.list(filter, language);
  }
}

function notFound(): never {
  throw new Problem({ code: 'dossier-not-found' });
}
