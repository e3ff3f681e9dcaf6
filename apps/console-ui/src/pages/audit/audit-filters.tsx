import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTIONS } from './entries';

interface Asked {
  readonly actor: string | undefined;
  readonly action: string | undefined;
  readonly target: string | undefined;
}

interface AuditFiltersProps {
  readonly asked: Asked;
  readonly onChange: (patch: Readonly<Record<string, string | undefined>>) => void;
}

const WIDTH = { base: '100%', sm: 240 } as const;

export function AuditFilters({ asked, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const filtered = Object.values(asked).some((value) => value !== undefined);
  return (
    <Group gap="sm" align="end">
      <Typed
        key={`actor ${asked.actor ?? ''}`}
        label={t('filter.actor')}
        initial={asked.actor ?? ''}
        onDone={(actor) => onChange({ actor })}
      />
      <Select
        label={t('filter.action')}
        placeholder={t('filter.any')}
        w={WIDTH}
        data={ACTIONS.map((value) => ({ value, label: t(`action.${value}`) }))}
        value={asked.action ?? null}
        clearable
        onChange={(action) => onChange({ action: action ?? undefined })}
      />
      <Typed
        key={`target ${asked.target ?? ''}`}
        label={t('filter.target')}
        placeholder={t('filter.targetHint')}
        initial={asked.target ?? ''}
        onDone={(target) => onChange({ target })}
      />
      {filtered && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => onChange({ actor: undefined, action: undefined, target: undefined })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </Group>
  );
}

interface TypedProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly initial: string;
  readonly onDone: (text: string) => void;
}

/** Applies with Enter or when it is left: the log is not asked at every letter, because it must match as a whole. */
function Typed({ label, placeholder, initial, onDone }: TypedProps) {
  const [text, setText] = useState(initial);
  const done = (): void => {
    if (text.trim() !== initial) onDone(text.trim());
  };
  return (
    <TextInput
      label={label}
      placeholder={placeholder ?? ''}
      w={WIDTH}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}
