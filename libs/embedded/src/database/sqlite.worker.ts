import { parentPort, workerData } from 'node:worker_threads';
import { changeApplier } from './apply-changes';
import { openForWriting, type Durability } from './connection';
import { type Change } from './participant';
import { described } from './thread-error';

/** The writing thread: one transaction a message, answered once it is on disk. */
const { path, durability } = workerData as { readonly path: string; readonly durability: Durability };
const db = openForWriting(path, durability);
const apply = changeApplier(db);

parentPort?.on('message', (changes: readonly Change[] | 'close') => {
  if (changes === 'close') {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    parentPort?.close();
    return;
  }
  try {
    apply(changes);
    parentPort?.postMessage(undefined);
  } catch (error) {
    parentPort?.postMessage(described(error));
  }
});
