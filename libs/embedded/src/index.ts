export { DataDirectoryInUse } from './database/directory-lock';
export { DATABASE_FILE, type Durability } from './database/connection';
export { EmbeddedMessageLog } from './bus/message-log';
export { EmbeddedDatabase, UnknownLayout } from './database/embedded-database';
export { type Change, type Participant } from './database/participant';
export * from './embedded-runtime';
export * from './stored-aggregates';
