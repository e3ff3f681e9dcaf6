export * from './listen';
export * from './program-version';
export * from './ready-file';
export * from './repeating';
export * from './stop-on-signal';
