/** What a submission was answered with: it must hold for good. */
export interface Receipt {
  readonly dossierNumber: string;
  readonly appointment: string;
}

/** What is wrong with being told `now` after having been told `before` under the same key; undefined when nothing is. */
export function contradiction(key: string, before: Receipt, now: Receipt): string | undefined {
  const same = before.dossierNumber === now.dossierNumber && before.appointment === now.appointment;
  return same ? undefined : `${key}: answered ${JSON.stringify(before)}, then ${JSON.stringify(now)}`;
}
