import { Injectable } from '@nestjs/common';

/** Tells whoever closes gaps that there is one. Told while an event is taken, so it only passes the word on. */
@Injectable()
export class GapWatch {
  private listener: (() => void) | undefined;

  onOpened(listener: () => void): void {
    this.listener = listener;
  }

  opened(): void {
    this.listener?.();
  }
}
