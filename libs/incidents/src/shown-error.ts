const MOST_CHARACTERS = 300;

/**
 * An error as people see it, and as errors are counted: runs of six and more digits (numbers of dossiers, persons, phones,
 * accounts) and e-mail addresses are blotted out, whoever threw it.
 */
export function shownError(error: string): string {
  return error
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, '•••')
    .replace(/\d[\d .-]{4,}\d/g, (run) => (run.replace(/\D/g, '').length >= 6 ? '•••' : run))
    .slice(0, MOST_CHARACTERS);
}
