import { constants, setPriority } from 'node:os';
import { checkReadOnly } from './quick-check';

/** The process that looks through a large file: answers what is wrong first, or an empty text, and ends. */
setPriority(constants.priority.PRIORITY_LOW);
process.once('disconnect', () => process.exit(0));
process.send?.(findFault(process.argv[2] ?? ''), () => process.exit(0));

function findFault(path: string): string {
  try {
    return checkReadOnly(path) ?? '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
