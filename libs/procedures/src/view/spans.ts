import {
  type CaseEventName,
  type HistoryEntry,
  type LinkedAgencyId,
  type SegmentKind,
} from '@lienthong/contracts';
import { type AgencyProgress, type CaseState } from '../case/case-state';
import { applicantSpans, type Span, unionOf } from './applicant-waits';

export interface KindSpan extends Span {
  readonly kind: SegmentKind;
}

/** History entries that tell of an agency's result: its clock ends there. */
const RESULTS: ReadonlySet<CaseEventName> = new Set<CaseEventName>([
  'birth.registered',
  'death.registered',
  'registration.refused',
  'residence.registered',
  'residence.deleted',
  'residence.refused',
  'health-card.issued',
  'health-card.refused',
  'benefit.decided',
  'benefit.refused',
  'work.stopped',
]);

/**
 * Who held one agency's part of a case, without gaps, from the command to the record of its result, or until
 * `asOf` while it is open. The registry's part begins with the filing: nothing of a case is in nobody's account. Read off the history alone, so that both always agree to the millisecond.
 *
 * What an agency reports (received, started, decided) is clamped into the span it belongs to: clocks of several
 * machines differ. Of open work the agency tells when it was received and taken up (`desk`); until it has told, it is on its
 * way, and until it is taken up it is in the queue. So what was told of the past stays so: a later answer begins with an
 * earlier one, whose last segment alone goes on.
 */
export function spansOf(
  history: readonly HistoryEntry[],
  agency: LinkedAgencyId,
  asOf: number,
  desk?: AgencyProgress['desk'],
): readonly KindSpan[] {
  const builder = new SpanBuilder();
  for (const entry of history) {
    if (entry.agency !== undefined && entry.agency !== agency) continue;
    if (entry.type === 'dossier.submitted' && agency === 'civil-registry') builder.file(entry.at);
    else builder.take(entry);
    if (builder.ended) break;
  }
  return builder.until(asOf, desk);
}

/** When the applicant owed a supplement to any agency of the case: the case's clock stood still. */
export function casePauses({ agencies, history }: CaseState, asOf: number): readonly Span[] {
  return unionOf(agencies.flatMap(({ agency }) => applicantSpans(history, agency, asOf)));
}

type Holder = 'nobody' | 'way' | 'agency' | 'applicant' | 'stop-order';

class SpanBuilder {
  private readonly spans: KindSpan[] = [];
  private holder: Holder = 'nobody';
  private at = 0;
  /** The work is taken up and goes on after a report: it is verified on site. */
  private verifies = false;
  ended = false;

  /** The filed dossier is on its way to the agency. */
  file(at: number): void {
    this.hand('way', at);
  }

  take(entry: HistoryEntry): void {
    switch (entry.type) {
      case 'dossier.sent-to-registry':
      case 'work.requested':
        if (entry.agency === undefined) return;
        if (this.holder === 'way') this.close('transit', entry.at);
        this.hand('agency', entry.at);
        return;
      case 'supplement.requested':
        this.report(entry);
        this.hand('applicant', entry.at);
        return;
      case 'supplement.provided':
        this.close('applicant', entry.at);
        this.hand('agency', entry.at);
        return;
      case 'residence-verification.opened':
        this.workedUntil(entry);
        this.verifies = true;
        return;
      case 'supplement.expired':
      case 'withdrawal.requested':
      case 'stop.requested':
        this.interrupt(entry.at);
        return;
      default:
        if (RESULTS.has(entry.type) && this.holder !== 'nobody') this.result(entry);
    }
  }

  until(asOf: number, desk: AgencyProgress['desk']): readonly KindSpan[] {
    if (this.ended || this.holder === 'nobody') return this.spans;
    const now = Math.max(this.at, asOf);
    if (this.holder === 'applicant') this.close('applicant', now);
    if (this.holder === 'agency' && this.verifies) this.close('agency', now);
    else if (this.holder === 'agency' && desk) {
      this.close('transit', clamp(desk.receivedAt, this.at, now));
      this.close('queue', clamp(desk.startedAt ?? now, this.at, now));
      this.close('agency', now);
    }
    this.close('transit', now);
    return this.spans;
  }

  private result(entry: HistoryEntry): void {
    if (this.holder === 'agency') this.report(entry);
    else this.close('transit', entry.at);
    this.ended = true;
  }

  /** An order to stop while the applicant holds the dossier: what follows is its way to the agency and back. */
  private interrupt(at: number): void {
    if (this.holder !== 'applicant') return;
    this.close('applicant', at);
    this.hand('stop-order', at);
  }

  private report(entry: HistoryEntry): void {
    this.workedUntil(entry);
    this.close('transit', entry.at);
  }

  private workedUntil(entry: HistoryEntry): void {
    this.close('transit', clamp(entry.data?.['receivedAt'], this.at, entry.at));
    this.close('queue', clamp(entry.data?.['startedAt'], this.at, entry.at));
    this.close('agency', clamp(entry.data?.['decidedAt'], this.at, entry.at));
  }

  private hand(holder: Holder, at: number): void {
    this.holder = holder;
    this.verifies = false;
    this.at = Math.max(this.at, at);
  }

  /** Ends what is open at `to` as `kind`; joins it to the span before when that is of the same kind. */
  private close(kind: SegmentKind, to: number): void {
    const from = this.at;
    if (to <= from) return;
    const last = this.spans.at(-1);
    if (last?.kind === kind && last.to === from)
      this.spans[this.spans.length - 1] = { kind, from: last.from, to };
    else this.spans.push({ kind, from, to });
    this.at = to;
  }
}

function clamp(value: unknown, least: number, most: number): number {
  return typeof value === 'number' ? Math.min(Math.max(value, least), most) : least;
}
