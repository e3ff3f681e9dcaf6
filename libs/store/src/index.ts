export * from './aggregate-store.port';
