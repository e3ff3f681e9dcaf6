import { replaySettings } from '../embedded/replay-settings';
import { type HttpOptions } from '../http';
import { BadOption } from '../options/bad-option';
import { type RunCommand } from '../options/read-command';
import { type LegOptions, type SourceOptions } from '../options/run-options';
import { surveyRecorded } from '../source';
import { httpOptionsOf } from './http-options-of';
import { RunDirectory } from './run-directory';

/**
 * Makes the run that a command asks for, or opens the one to go on with, and says how this leg of it is driven.
 * @throws BadOption, BadSetting, BadRecordedFile in one line: nothing has been written then
 */
export async function openRun({ dataDir, mode, options, leg, given }: RunCommand): Promise<{
  readonly directory: RunDirectory;
  readonly leg: LegOptions;
  /** Set where a gateway is driven. */
  readonly http: HttpOptions | undefined;
}> {
  if (mode === 'resume') {
    const directory = RunDirectory.resume(dataDir, given.facts);
    await requireSameContent(directory.options.source);
    const resumed = { ...directory.record.leg, ...given.leg };
    return { directory, leg: resumed, http: httpOptionsOf(directory.options, resumed) };
  }
  // What the settings refuse must not leave a run behind.
  replaySettings(options, dataDir, 0);
  const http = httpOptionsOf(options, leg);
  return { directory: RunDirectory.begin(dataDir, options, leg, mode === 'overwrite'), leg, http };
}

async function requireSameContent(source: SourceOptions): Promise<void> {
  if (source.kind !== 'recorded') return;
  const { sha256 } = await surveyRecorded(source.file);
  if (sha256 !== source.content.sha256)
    throw new BadOption(`--resume: ${source.file} has changed since the run began: begin a new run`);
}
