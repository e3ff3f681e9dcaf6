export * from './aggregate-engine';
export * from './decider';
export * from './engine-registry';
export * from './engine.port';
export { type EngineSpan, type EngineTracing } from './run-trace';
export * from './timer-pump';
