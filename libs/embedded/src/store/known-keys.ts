import { BloomFilter } from 'bloomfilter';

/** Of keys that were never written, at most this share is looked for on disk in vain. */
const IN_VAIN = 0.01;

/**
 * Tells keys that cannot be on disk. Most of what is asked for does not exist yet, and to look for it there is dear: every
 * commit empties the reader's page cache. Only a table that was empty when it was opened can be known so; any other might
 * have any key.
 */
export class KnownKeys {
  private readonly written: BloomFilter | undefined;

  /** @param expected how many keys it is made for; beyond them it is less and less of use, never wrong */
  constructor(empty: boolean, expected: number) {
    if (empty) this.written = BloomFilter.withTargetError(expected, IN_VAIN);
  }

  add(key: string): void {
    this.written?.add(key);
  }

  /** Whether the disk may have the key. False is certain. */
  mayHave(key: string): boolean {
    return this.written?.test(key) ?? true;
  }
}
