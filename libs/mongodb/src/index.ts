export { MongoConnection, type MongoConnectionOptions } from './connection/mongo-connection';
export { MongoUnusable } from './connection/mongo-errors';
export { MongoMeta } from './connection/mongo-meta';
export { MongoStores, type MongoStoresOptions } from './mongo-stores';
export { type OutboxSweeper } from './outbox/outbox-sweeper';
export { AggregateTooLarge } from './store/aggregate-saver';
export { type TimerShare } from './timers/mongo-timers';
