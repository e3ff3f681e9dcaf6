import { type Hint } from '@lienthong/event-bus';
import { type KafkaMessage } from 'kafkajs';

/** A hint with the process that tells it. */
export interface ToldHint {
  readonly from: string;
  readonly hint: Hint;
}

export function encodeHint(told: ToldHint): string {
  return JSON.stringify(told);
}

/** Undefined for what is no hint of ours. */
export function decodeHint({ value }: Pick<KafkaMessage, 'value'>): ToldHint | undefined {
  try {
    const { from, hint } = JSON.parse(value?.toString() ?? '') as Partial<ToldHint>;
    const isHint = typeof from === 'string' && typeof hint?.name === 'string' && isObject(hint.data);
    return isHint ? { from, hint } : undefined;
  } catch {
    return undefined;
  }
}

function isObject(data: unknown): boolean {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
