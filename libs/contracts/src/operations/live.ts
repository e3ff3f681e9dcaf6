import { type Instant } from './instant';

/** What may have changed: the page asks for what it shows of it again. */
export const LIVE_TOPICS = ['cases', 'incidents', 'batches', 'audit', 'system'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/**
 * `GET /v1/operations/live` (Server-Sent Events, event `changed`), at most two a second, a comment every 5 s. It is a hint,
 * not the news: after a reconnect everything is asked for again, so nothing is missed however often the connection breaks.
 */
export interface LiveChange {
  readonly at: Instant;
  readonly topics: readonly LiveTopic[];
  /** Of the cases that changed, at most 200; absent when there were more. */
  readonly dossierNumbers?: readonly string[];
}
