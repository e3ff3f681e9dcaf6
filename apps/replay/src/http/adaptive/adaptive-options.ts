/** What a rate must keep within to count as sustained. */
export interface Bounds {
  /** 99th percentile of the answers, from their intended instants (ms). */
  readonly p99Ms: number;
  /** Share of the dossiers that are turned away at least once. */
  readonly refusedShare: number;
  /** Growth of the backlog, in messages for each dossier that is offered. */
  readonly backlogPerDossier: number;
  /** Share of the dossiers that are sent more than 10 ms late: beyond it the client is what could not keep up. */
  readonly lateShare: number;
}

/** How the knee is looked for. Rates in dossiers a second, times in ms. */
export interface AdaptiveOptions {
  readonly startRate: number;
  /** The search ends here when nothing bends before. */
  readonly mostRate: number;
  /** How much more each step offers than the one before. */
  readonly factor: number;
  readonly stepMs: number;
  /** The beginning of each step that is not measured. */
  readonly settleMs: number;
  /** How often the gap between the last good and the first bad rate is halved. */
  readonly bisections: number;
  readonly bounds: Bounds;
}

export const ADAPTIVE_DEFAULTS: AdaptiveOptions = {
  startRate: 20,
  mostRate: 20_000,
  factor: 1.5,
  stepMs: 15_000,
  settleMs: 5_000,
  bisections: 4,
  bounds: { p99Ms: 1_000, refusedShare: 0.01, backlogPerDossier: 0.5, lateShare: 0.05 },
};
