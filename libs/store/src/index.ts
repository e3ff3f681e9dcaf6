export * from './aggregate-store.port';
export * from './store-unavailable';
export * from './timer-index';
