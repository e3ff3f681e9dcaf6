export * from './access-rule';
export * from './guard-access';
export * from './principal';
export * from './role';
export * from './roles.decorator';
