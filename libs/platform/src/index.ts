export * from './geography.loader';
export * from './logger';
export * from './metrics';
export * from './problem';
export * from './settings';
