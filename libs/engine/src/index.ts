export * from './aggregate-engine';
export * from './decider';
export * from './engine-registry';
export * from './engine.port';
export * from './timer-pump';
