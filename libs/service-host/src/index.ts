export * from './bus-lag';
export * from './run-service';
export * from './serve-api-document';
export * from './service-definition';
export * from './status/status-reader';
