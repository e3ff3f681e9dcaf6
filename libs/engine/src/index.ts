export * from './decider';
export * from './engine.port';
