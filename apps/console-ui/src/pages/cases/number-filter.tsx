import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseAddress } from './use-case-address';

/** By number, as it is typed. */
export function NumberFilter({ address }: { readonly address: CaseAddress }) {
  const { t } = useTranslation('cases');
  const number = address.filters.number ?? '';
  // What is typed stands until the address says something else.
  const [draft, setDraft] = useState({ of: number, text: number });
  const apply = useDebouncedCallback((text: string) => {
    address.change({ number: text.trim().toUpperCase() });
  }, 300);
  return (
    <TextInput
      label={t('filter.number')}
      placeholder={t('filter.numberHint')}
      autoComplete="off"
      spellCheck={false}
      value={draft.of === number ? draft.text : number}
      onChange={({ currentTarget }) => {
        setDraft({ of: number, text: currentTarget.value });
        apply(currentTarget.value);
      }}
    />
  );
}
