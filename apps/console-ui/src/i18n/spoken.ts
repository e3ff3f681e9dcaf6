type Names<Key extends string> = Readonly<Record<Key, { readonly vi: string; readonly en: string }>>;

/** A table of names as texts of one language. */
export function spoken<Key extends string>(names: Names<Key>, language: 'vi' | 'en'): Record<Key, string> {
  const texts = Object.entries<Names<Key>[Key]>(names).map(([key, name]) => [key, name[language]]);
  return Object.fromEntries(texts) as Record<Key, string>;
}
