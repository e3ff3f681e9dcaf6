import { type Bend, type HttpCounts, type Knee } from '../http';
import { type HttpReport, type KneeReport, type LatencyReport } from '../report';
import { type HttpProgress } from './http-progress';

/** What the report says of the client and the gateway. */
export function httpReport({
  offered,
  left,
  acknowledged,
  refused429,
  refused503,
  refusedWaitMs,
  repeatedAfterNoAnswer,
  repeatedAfterServerError,
  late,
  rejected,
  unanswered,
}: HttpCounts): HttpReport {
  return {
    // What a stopped leg left over was offered again by the next.
    sent: offered - left,
    accepted: acknowledged,
    refused429,
    refused503,
    refusedWaitMs,
    retried: repeatedAfterNoAnswer + repeatedAfterServerError,
    lateSends: late,
    failed: rejected + unanswered,
  };
}

export function latencyReport({ latencies }: HttpProgress): LatencyReport {
  const { answer, service, lateness, visible, accepted } = latencies;
  return {
    answer: answer.summary(),
    service: service.summary(),
    lateness: lateness.summary(),
    availability: visible.summary(),
    accepted: accepted.summary(),
  };
}

/** What bent, as the report names it: a dossier that was not taken is one that was turned away. */
const VERDICTS = {
  client: 'client',
  refusals: 'refusals',
  latency: 'latency',
  backlog: 'lag',
  errors: 'errors',
} as const satisfies Readonly<Record<Bend, KneeReport['bentFirst']>>;

export function kneeReport({ steps, sustainedRate, bentFirst }: Knee): KneeReport {
  return {
    steps: steps.map(({ offeredRate, acknowledgedRate, p50Ms, p99Ms, backlogAfter, bends: [first] }) => ({
      offeredRate,
      acceptedRate: acknowledgedRate,
      p50Ms,
      p99Ms,
      lag: backlogAfter,
      verdict: first === undefined ? 'sustained' : VERDICTS[first],
    })),
    knee: sustainedRate ?? null,
    bentFirst: bentFirst === undefined ? null : VERDICTS[bentFirst],
  };
}
