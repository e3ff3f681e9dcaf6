import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

interface CaseSearchProps {
  /** It was opened to be written into at once, and is put away after. */
  readonly onDone?: () => void;
}

/** Finds a case by its number; a part of a number finds the cases that begin with it. */
export function CaseSearch({ onDone }: CaseSearchProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const label = t('nav.search');
  return (
    <form
      role="search"
      style={{ flex: 1, minWidth: 0 }}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = number.trim().toUpperCase();
        if (wanted === '') return;
        void navigate(`/cases?number=${encodeURIComponent(wanted)}`);
        onDone?.();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone?.();
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        enterKeyHint="search"
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        autoFocus={onDone !== undefined}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          onDone && (
            <ActionIcon variant="subtle" color="gray" aria-label={t('nav.closeSearch')} onClick={onDone}>
              <IconX size={18} />
            </ActionIcon>
          )
        }
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
    </form>
  );
}
