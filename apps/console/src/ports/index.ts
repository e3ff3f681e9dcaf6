export * from './service-statuses.port';
