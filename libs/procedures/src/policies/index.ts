export * from './limits.policy';
export * from './policies';
export * from './policy';
