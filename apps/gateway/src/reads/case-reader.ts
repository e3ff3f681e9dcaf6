import { Inject, Injectable } from '@nestjs/common';
import {
  CASE_QUERIES,
  type CaseFilter,
  type CaseQueries,
  type CaseView,
  type Language,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { isDossierNumber } from '@lienthong/numbers';
import { Problem } from '@lienthong/platform';
import { RecentSubmissions } from '../intake/recent-submissions';

const NOTHING_YET: ProcessingTime = {
  total: { calendarMs: 0, workingMs: 0, limitWorkingDays: 0, pausedMs: 0 },
  segments: [],
};

/** The saga's records, and for the moment before a saga begins, what was acknowledged. */
@Injectable()
export class CaseReader {
  constructor(
    @Inject(CASE_QUERIES) private readonly queries: CaseQueries,
    private readonly recent: RecentSubmissions,
  ) {}

  /** @throws Problem 404 `dossier-not-found` */
  async find(dossierNumber: string, language: Language): Promise<CaseView> {
    const known = isDossierNumber(dossierNumber)
      ? ((await this.queries.find(dossierNumber, language)) ?? this.recent.find(dossierNumber, language))
      : undefined;
    return known ?? notFound();
  }

  /** @throws Problem 404 `dossier-not-found` */
  async timeline(dossierNumber: string, language: Language): Promise<readonly TimelineEntry[]> {
    const entries = isDossierNumber(dossierNumber)
      ? await this.queries.timeline(dossierNumber, language)
      : undefined;
    return entries ?? (this.recent.find(dossierNumber, language) ? [] : notFound());
  }

  /** @throws Problem 404 `dossier-not-found` */
  async processingTime(dossierNumber: string): Promise<ProcessingTime> {
    const time = isDossierNumber(dossierNumber)
      ? await this.queries.processingTime(dossierNumber)
      : undefined;
    return time ?? (this.recent.find(dossierNumber, 'vi') ? NOTHING_YET : notFound());
  }

  list(filter: CaseFilter, language: Language): ReturnType<CaseQueries['list']> {
    return this.queries.list(filter, language);
  }
}

function notFound(): never {
  throw new Problem({ code: 'dossier-not-found' });
}
