export * from './metrics';
export * from './settings';
