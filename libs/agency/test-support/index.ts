export * from './agency-bench';
export * from './aggregate-bench';
export * from './registers';
export * from './sample-dossiers';
export * from './stamp-office';
