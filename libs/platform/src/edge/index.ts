export * from './guard-edge';
export * from './incoming-bodies';
export * from './quota';
