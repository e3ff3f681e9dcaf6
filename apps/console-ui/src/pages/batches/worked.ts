import { type BatchView } from '@lienthong/contracts';

/** Items that have had their turn. */
export function worked({ succeeded, failed, skipped }: BatchView): number {
  return succeeded + failed + skipped;
}

export function isUnderWay({ status }: BatchView): boolean {
  return status === 'selecting' || status === 'running';
}
