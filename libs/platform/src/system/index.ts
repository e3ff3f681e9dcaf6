export * from './calendar-horizon';
export * from './gauge-value';
export * from './readiness.port';
export * from './system.module';
