export * from './engine-metrics';
export * from './geography.loader';
export * from './logger';
export * from './metrics';
export * from './problem';
export * from './process';
export * from './settings';
export * from './system';
