export * from './every-incident';
export * from './incident-id';
export * from './incidents.module';
export * from './incidents.port';
export * from './local-incidents';
export * from './remote-incidents';
