export * from './clock';
export * from './simulation-clock';
