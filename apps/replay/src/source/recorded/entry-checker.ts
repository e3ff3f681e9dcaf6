import { covers, vietnamCalendar } from '@lienthong/calendar';
import { type Geography } from '@lienthong/geography';
import { parseInstant, Problem, problemBody } from '@lienthong/platform';
import { DossierValidator } from '../../../../gateway/src/intake/dossier.validator';
import { type ReplayDossier } from '../../replay-dossier';
import { type Entry, EntryFault } from './entry';

const MAX_KEY_LENGTH = 255;

/** Makes dossiers of a file's entries, by the rules of the gateway: a replay must not end at a dossier it refuses. */
export class EntryChecker {
  private readonly validator: DossierValidator;
  private now = -Infinity;
  private count = 0;

  constructor(geography: Geography) {
    this.validator = new DossierValidator({ kind: 'virtual', now: () => this.now }, geography);
  }

  /** @throws EntryFault that names what is wrong, without its value */
  check(entry: Entry): ReplayDossier {
    this.count++;
    const submittedAt = this.instantOf(entry);
    const idempotencyKey = keyOf(entry) ?? `recorded-${this.count}`;
    const dossier = this.dossierOf(entry, submittedAt);
    if (!entry.birth) return { submittedAt, idempotencyKey, dossier };
    if (dossier.procedureGroup !== 'death')
      throw new EntryFault(entry.line, 'names the birth of the deceased, but is no death dossier');
    return { submittedAt, idempotencyKey, birth: entry.birth, dossier };
  }

  private instantOf({ line, submittedAt }: Entry): number {
    if (submittedAt === undefined) throw new EntryFault(line, 'submittedAt: is missing');
    const instant = typeof submittedAt === 'string' ? parseInstant(submittedAt) : undefined;
    if (instant === undefined)
      throw new EntryFault(
        line,
        'submittedAt: must be an ISO 8601 instant with offset, e.g. 2024-02-15T08:30:00+07:00',
      );
    if (instant < this.now)
      throw new EntryFault(line, 'submittedAt: is before that of the dossier above: sort the file by it');
    this.now = instant;
    if (!covers(vietnamCalendar.covered, instant))
      throw new EntryFault(line, 'submittedAt: the calendar of working days does not cover this day');
    return instant;
  }

  private dossierOf({ line, dossier, nameOf }: Entry, submittedAt: number): ReplayDossier['dossier'] {
    try {
      return this.validator.validate(dossier, submittedAt).dossier;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const [first, ...others] = problemBody(error, { language: 'en' }).errors ?? [];
      if (!first) throw new EntryFault(line, error.code);
      const more = others.length > 0 ? ` (and ${others.length} more)` : '';
      throw new EntryFault(line, `${nameOf(first.pointer)}: ${first.message}${more}`);
    }
  }
}

function keyOf({ line, idempotencyKey }: Entry): string | undefined {
  if (idempotencyKey === undefined) return undefined;
  if (typeof idempotencyKey === 'string' && idempotencyKey !== '' && idempotencyKey.length <= MAX_KEY_LENGTH)
    return idempotencyKey;
  throw new EntryFault(line, `idempotencyKey: must be a text of 1 to ${MAX_KEY_LENGTH} characters`);
}
