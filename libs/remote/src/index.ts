export * from './http-case-histories';
export * from './http-case-queries';
export * from './service-client';
export * from './upstream';
export * from './upstream-of';
