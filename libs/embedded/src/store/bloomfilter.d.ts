/** The part of the package that is used here; it brings no types. */
declare module 'bloomfilter' {
  export class BloomFilter {
    /** For `n` keys, of which `error` (0 to 1) may be taken for one another. */
    static withTargetError(n: number, error: number): BloomFilter;
    add(key: string): void;
    test(key: string): boolean;
  }
}
