import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IncidentSelection } from '@lienthong/contracts';
import { isFiltered, SERVICES } from './selection';

interface FiltersProps {
  readonly selection: IncidentSelection;
  readonly onChange: (patch: Partial<Record<keyof IncidentSelection, string | undefined>>) => void;
}

/** By service, by part of the error's text, by dossier. Text takes effect with Enter, or when the field is left. */
export function Filters({ selection, onChange }: FiltersProps) {
  const { t } = useTranslation('incidents');
  return (
    <Group component="form" role="search" aria-label={t('filter.label')} align="flex-end" gap="sm">
      <Select
        label={t('filter.service')}
        placeholder={t('filter.anyService')}
        data={SERVICES.map((value) => ({ value, label: t(`service.${value}`) }))}
        value={selection.service ?? null}
        onChange={(service) => onChange({ service: service ?? undefined })}
        clearable
        style={{ flex: '1 1 180px' }}
      />
      <TextFilter
        key={`error-${selection.error ?? ''}`}
        label={t('filter.error')}
        value={selection.error ?? ''}
        onChange={(error) => onChange({ error })}
      />
      <TextFilter
        key={`dossier-${selection.dossierNumber ?? ''}`}
        label={t('filter.dossier')}
        value={selection.dossierNumber ?? ''}
        onChange={(dossierNumber) => onChange({ dossierNumber })}
      />
      <Button
        variant="default"
        leftSection={<IconFilterOff size={16} aria-hidden />}
        disabled={!isFiltered(selection)}
        onClick={() => onChange({ service: undefined, error: undefined, dossierNumber: undefined })}
      >
        {t('clear')}
      </Button>
    </Group>
  );
}

interface TextFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextFilter({ label, value, onChange }: TextFilterProps) {
  const [text, setText] = useState(value);
  const take = (): void => {
    if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <TextInput
      label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
      }}
      style={{ flex: '2 1 220px' }}
    />
  );
}
