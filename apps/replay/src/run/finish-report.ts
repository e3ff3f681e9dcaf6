import { writeFile } from 'node:fs/promises';
import { programVersion } from '@lienthong/platform';
import { factsOf, type LegOptions, type RunOptions } from '../options/run-options';
import {
  buildReport,
  currentVersions,
  printSummary,
  renderHtml,
  type ReplayReport,
  writeJson,
} from '../report';
import { type CaseFindings } from '../verification/stored/audit-job';
import { directoryBytes } from './directory-bytes';
import { httpReport, kneeReport, latencyReport } from './http-report';
import { type HttpFindings } from './run-over-http';
import { type RunDirectory } from './run-directory';
import { type RunProgress } from './run-progress';

type Reported = [name: string, value: string | number | boolean];

export type Findings = CaseFindings | HttpFindings;

/** Prints what a run came to and writes its reports. Answers whether all was as it had to be. */
export async function finishReport(
  { options, system }: Pick<RunDirectory, 'options' | 'system'>,
  leg: LegOptions,
  progress: RunProgress,
  findings: Findings,
): Promise<boolean> {
  const { verification, statistics } = findings;
  const { track } = progress;
  const report = buildReport({
    seed: options.seed,
    ...(options.policy === undefined ? {} : { policy: options.policy }),
    options: reportedOptions(options, leg),
    versions: currentVersions(programVersion()),
    startedAt: track.state().legs[0]?.startedAt ?? Date.now(),
    endedAt: Date.now(),
    track,
    verification,
    statistics,
    ...('run' in findings
      ? overHttp(findings, progress)
      : { drive: 'embedded', peakRssBytes: progress.peakRssBytes, diskBytes: directoryBytes(system) }),
  });
  if (leg.json !== undefined) await writeJson(report, leg.json);
  if (leg.report !== undefined) await writeFile(leg.report, renderHtml(report));
  process.stdout.write(`${printSummary(report)}\n`);
  return verification.verified;
}

function overHttp({ knee }: HttpFindings, { http }: RunProgress) {
  return {
    drive: 'http' as const,
    latency: latencyReport(http),
    ...(http.counts ? { http: httpReport(http.counts) } : {}),
    ...(knee ? { knee: kneeReport(knee) } : {}),
  };
}

/** What the run follows from, and how it was driven. */
function reportedOptions(options: RunOptions, { speed, http }: LegOptions): ReplayReport['options'] {
  const driven = Object.entries(http as Readonly<Record<string, unknown>>).map(([name, value]): Reported => [
    name,
    typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value),
  ]);
  return { ...Object.fromEntries(factsOf(options)), speed, ...Object.fromEntries(driven) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
