export { LatencyHistogram, type LatencyState, type LatencySummary } from './latency-histogram';
export { OutcomeStatistics } from './outcome-statistics';
export { RunTrack, type RunLeg, type RunTrackState, type TrackPoint } from './run-track';
export * from './statistics-summary';
