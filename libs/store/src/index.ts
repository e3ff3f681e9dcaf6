export * from './aggregate-store.port';
export * from './timer-index';
