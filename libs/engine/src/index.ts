export * from './aggregate-engine';
export * from './decider';
export * from './engine.port';
export * from './timer-pump';
