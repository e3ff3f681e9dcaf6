export * from './gauge-value';
export * from './readiness.port';
export * from './system.module';
