export * from './readiness.port';
export * from './system.module';
