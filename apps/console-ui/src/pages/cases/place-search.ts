import { fold } from '../../components/text-fold';

/** Whether all words of what is looked for stand in the text, whatever their marks and order. */
export function mentions(text: string, wanted: string): boolean {
  const within = fold(text);
  return fold(wanted.trim())
    .split(/\s+/)
    .every((word) => within.includes(word));
}

interface Labelled {
  readonly label: string;
}

/** The first options that mention what is looked for: a list of thousands is never drawn whole. */
export function matching<T extends object>(options: readonly T[], search: string, limit: number): T[] {
  const found: T[] = [];
  for (const option of options) {
    if (found.length === limit) break;
    if (isLabelled(option) && mentions(option.label, search)) found.push(option);
  }
  return found;
}

function isLabelled(option: object): option is Labelled {
  return 'label' in option && typeof option.label === 'string';
}
