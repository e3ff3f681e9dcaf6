export * from './backpressure.port';
export * from './case-feed.port';
export * from './places.port';
export * from './simulation-control.port';
