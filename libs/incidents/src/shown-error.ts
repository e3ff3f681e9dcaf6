const MOST_CHARACTERS = 300;
/** A day as ISO 8601 writes it, on its own. */
const DATE = /(?<![\d.-])((?:19|20)\d\d)-[01]\d-[0-3]\d(?![\d.-])/g;

/**
 * An error as people see it, and as errors are counted: runs of six and more digits (numbers of dossiers, persons, phones,
 * accounts) and e-mail addresses are blotted out, whoever threw it. Of a date the year stays: it tells what the error is about,
 * and nobody's birthday.
 */
export function shownError(error: string): string {
  return error
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, '•••')
    .replace(DATE, '$1-••-••')
    .replace(/\d[\d .-]{4,}\d/g, (run) => (run.replace(/\D/g, '').length >= 6 ? '•••' : run))
    .slice(0, MOST_CHARACTERS);
}
