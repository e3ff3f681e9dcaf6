export * from './trace-requests';
export * from './tracing';
