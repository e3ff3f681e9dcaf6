/** Where a run stood at one moment: taken about once a second of real time. */
export interface RunSample {
  /** Real time since the run began, stops between its legs left out (ms). */
  readonly wallMs: number;
  /** The time that is replayed (epoch ms). */
  readonly simulatedAt: number;
  readonly filed: number;
  /** Cases that have come to rest. */
  readonly ended: number;
  /** Submissions turned away with 429 or 503 so far; 0 where nothing can be. */
  readonly refused: number;
  /** Messages on the bus that wait. */
  readonly backlog: number;
  readonly rssBytes: number;
  /** CPU time used so far by the process that is driven, where it can be seen (ms). */
  readonly cpuMs: number;
}
