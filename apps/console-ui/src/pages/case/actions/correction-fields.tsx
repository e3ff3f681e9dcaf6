import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dossier } from '@lienthong/contracts';
import { type Change, correctableFields } from './correctable';

interface CorrectionFieldsProps {
  readonly dossier: Dossier;
  readonly changes: readonly Change[];
  readonly onChange: (changes: readonly Change[]) => void;
}

/** Which fields of the certificate change, and to what. */
export function CorrectionFields({ dossier, changes, onChange }: CorrectionFieldsProps) {
  const { t } = useTranslation('case');
  const change = (index: number, next: Partial<Change>): void =>
    onChange(changes.map((one, i) => (i === index ? { ...one, ...next } : one)));
  return (
    <Fieldset legend={t('actions.change')} p="sm">
      <Stack gap="sm">
        {changes.map((one, index) => (
          <ChangeFields
            key={index}
            dossier={dossier}
            value={one}
            onChange={(next) => change(index, next)}
            {...(changes.length > 1 && { onRemove: () => onChange(changes.filter((_, i) => i !== index)) })}
          />
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...changes, { path: '', value: '' }])}
        >
          {t('actions.add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

interface ChangeFieldsProps {
  readonly dossier: Dossier;
  readonly value: Change;
  readonly onChange: (change: Partial<Change>) => void;
  readonly onRemove?: () => void;
}

function ChangeFields({ dossier, value, onChange, onRemove }: ChangeFieldsProps) {
  const { t } = useTranslation('case');
  const fields = useMemo(() => correctableFields(dossier), [dossier]);
  const chosen = fields.find(({ path }) => path === value.path);
  const groups = useMemo(() => {
    const blocks = [...new Set(fields.map(({ block }) => block))];
    return blocks.map((block) => ({
      group: t(`dossier.block.${block}`),
      items: fields
        .filter((field) => field.block === block)
        .map(({ path }) => ({ value: path, label: nameOf(path, (name) => t(`dossier.field.${name}`)) })),
    }));
  }, [fields, t]);
  const choices = chosen && CHOICES[chosen.name];
  return (
    <Stack gap={6}>
      <Group wrap="nowrap" align="flex-end" gap="xs">
        <Select
          label={t('actions.field')}
          data={groups}
          value={value.path === '' ? null : value.path}
          onChange={(path) => onChange({ path: path ?? '', value: '' })}
          searchable
          style={{ flex: 1 }}
        />
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('actions.remove')}
            onClick={onRemove}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </Group>
      {choices ? (
        <Select
          label={t('actions.value')}
          data={choices.map((one) => ({ value: one, label: t(`dossier.value.${one}`) }))}
          value={value.value === '' ? null : value.value}
          onChange={(next) => onChange({ value: next ?? '' })}
        />
      ) : (
        <TextInput
          label={t('actions.value')}
          type={chosen?.name === 'dateOfBirth' || chosen?.name === 'issuedOn' ? 'date' : 'text'}
          value={value.value}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
        />
      )}
      {chosen && chosen.present !== '' && (
        <Text size="xs" c="dimmed">
          {t('actions.present', {
            value: t(`dossier.value.${chosen.present}`, { defaultValue: chosen.present }),
          })}
        </Text>
      )}
    </Stack>
  );
}

const CHOICES: Readonly<Partial<Record<string, readonly string[]>>> = {
  sex: ['male', 'female'],
  precision: ['year', 'month', 'day', 'minute'],
};

/** `Nơi sinh · Xã, phường` for `child.placeOfBirth.communeCode`. */
function nameOf(path: string, nameOfField: (name: string) => string): string {
  return path.split('.').slice(1).map(nameOfField).join(' · ');
}
