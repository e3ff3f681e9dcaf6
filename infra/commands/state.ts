import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EngineError } from '../engines/engine';

export interface ProcessRecord {
  readonly pid: number;
  /** Part of its command line; a process without it has got the number of one that is gone. */
  readonly marker: string;
  /** What clients are told. */
  readonly address: string;
}

/** What `infra:up` has started. */
export interface State {
  readonly compose?: boolean;
  readonly kafka?: ProcessRecord;
  readonly mongodb?: ProcessRecord;
}

/** @throws EngineError when the file is there but is no state */
export function readState(file: string): State {
  if (!existsSync(file)) return {};
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isState(parsed)) return parsed;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new EngineError(`${file} is not a state that infra:up has written: delete it`);
}

/** Whole or not at all, whenever this process ends. */
export function writeState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

function isState(value: unknown): value is State {
  if (typeof value !== 'object' || value === null) return false;
  const { compose = false, kafka, mongodb } = value as Record<string, unknown>;
  return (
    typeof compose === 'boolean' && [kafka, mongodb].every((part) => part === undefined || isRecord(part))
  );
}

function isRecord(value: unknown): value is ProcessRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, marker, address } = value as Record<string, unknown>;
  return Number.isInteger(pid) && typeof marker === 'string' && typeof address === 'string';
}
