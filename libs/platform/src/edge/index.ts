export * from './guard-edge';
export * from './incoming-bodies';
export * from './page-headers';
export * from './quota';
