import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from './connection';
import { type QueryAnswer } from './query-runner';
import { described } from './thread-error';

/** The reading thread: one query a message, answered in order. */
const { path } = workerData as { readonly path: string };
const db = openForReading(path);

interface Question {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

parentPort?.on('message', (question: Question | 'close') => {
  if (question === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(answerTo(question));
});

function answerTo({ sql, values }: Question): QueryAnswer {
  try {
    return {
      rows: db
        .prepare(sql)
        .raw()
        .all([...values]),
    };
  } catch (error) {
    return { error: described(error) };
  }
}
