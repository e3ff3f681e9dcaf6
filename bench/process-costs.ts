import { readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux reports CPU time in `/proc`. */
const TICKS = 100;

export interface ProcessCost {
  readonly cpuMs: number;
  readonly peakRssBytes: number;
}

/** What a process has used since it began, its children aside. Linux only. */
export function costOf(pid: number): ProcessCost {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuMs: (ticks * 1000) / TICKS, peakRssBytes: Number(peak ?? 0) * 1024 };
}
