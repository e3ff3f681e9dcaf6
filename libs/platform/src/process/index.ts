export * from './listen';
export * from './program-version';
export * from './ready-file';
export * from './refusal';
export * from './repeating';
export * from './stop-on-signal';
