export * from './bus-lag';
export * from './run-service';
export * from './service-definition';
