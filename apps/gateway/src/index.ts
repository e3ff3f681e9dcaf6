export * from './api-docs/serve-api-docs';
export * from './gateway.module';
export * from './intake/intake.service';
export * from './actions/actions.service';
export * from './ports';
