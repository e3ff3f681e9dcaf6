import { type Filing, type FilingEnd, type FilingObserver } from './filing';

/** Tells several observers of the same filings. */
export class Observers implements Required<FilingObserver> {
  private readonly all: Set<FilingObserver>;

  constructor(...observers: readonly FilingObserver[]) {
    this.all = new Set(observers);
  }

  add(observer: FilingObserver): void {
    this.all.add(observer);
  }

  remove(observer: FilingObserver): void {
    this.all.delete(observer);
  }

  offered(filing: Filing): void {
    for (const one of this.all) one.offered?.(filing);
  }

  refused(filing: Filing, status: 429 | 503, waitMs: number): void {
    for (const one of this.all) one.refused?.(filing, status, waitMs);
  }

  repeated(filing: Filing, cause: 'no-answer' | 'server-error'): void {
    for (const one of this.all) one.repeated?.(filing, cause);
  }

  settled(filing: Filing, end: FilingEnd): void {
    for (const one of this.all) one.settled?.(filing, end);
  }
}
