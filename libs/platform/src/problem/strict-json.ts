import { isUtf8 } from 'node:buffer';
import { Problem } from './problem';
import { inspectJson, JSON_LIMITS } from './json-inspection';
import { scanJson } from './json-scan';

/** The byte order mark with which programs on Windows begin a file; RFC 8259 §8.1 lets it be ignored. */
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Parses a body as one JSON text (RFC 8259), stricter than `JSON.parse`: UTF-8 only, bounded depth and size, no duplicate and no prototype keys, no hostile characters in any string.
 *
 * @throws Problem 400: `invalid-utf-8`, `empty-body`, `malformed-json`, `too-deep`, `too-many-values`,
 *   `duplicate-key`, `validation-failed`. Nothing of the body is echoed.
 */
export function parseStrictJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw new Problem({ code: 'invalid-utf-8' });
  return parseStrictJsonText(
    body.toString('utf8', body.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0),
  );
}

/** {@link parseStrictJson} for a text that is known to come from valid UTF-8. */
export function parseStrictJsonText(text: string): unknown {
  const scan = scanJson(text, JSON_LIMITS.depth);
  if (scan.blank) throw new Problem({ code: 'empty-body' });
  if (scan.tooDeep) throw new Problem({ code: 'too-deep' });
  if (scan.values > JSON_LIMITS.values) throw new Problem({ code: 'too-many-values' });
  const value = parse(text);
  const { members, errors } = inspectJson(value);
  if (members !== scan.members) throw new Problem({ code: 'duplicate-key' });
  if (errors.length > 0) throw Problem.validation(errors);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem({ code: 'malformed-json' });
  }
}
