import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { StoragePlace } from './storage-place';

const SMALL = '4m';
const ROOMY = '64m';

/** A disk of its own in memory. False where this machine does not let us have one (not root, a confined container). */
function mountDisk(path: string): boolean {
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL}`, 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a disk that is full', () => {
  it('ends the process with a line that says so, and loses nothing acknowledged', async () => {
    const place = new StoragePlace();
    if (!mountDisk(place.data)) return console.warn('no disk of its own here: left out');
    try {
      const process = place.start();
      const client = await place.client(process);
      while (process.running && (await place.file(client)) === 202);
      expect(await process.exited).toEqual({ code: 1, signal: null });
      expect(process.stderr).toMatch(
        /^DATA_DIR \S+: the disk is full\. Nothing acknowledged is lost: make room.+\n$/,
      );
      expect(place.taken.size).toBeGreaterThan(0);

      execFileSync('mount', ['-o', `remount,size=${ROOMY}`, place.data]);
      const again = place.start();
      const later = await place.client(again);
      expect(await place.missing(later)).toEqual([]);
      expect(await place.file(later)).toBe(202);
      expect(await again.send('SIGTERM')).toEqual({ code: 0, signal: null });
    } finally {
      execFileSync('umount', ['-l', place.data]);
      await place.remove();
    }
  }, 60_000);
});
