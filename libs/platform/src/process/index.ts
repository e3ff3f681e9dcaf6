export * from './listen';
export * from './ready-file';
export * from './stop-on-signal';
