import { Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/numbers';
import { useFilterNames } from './filter-names';
import { type CaseAddress } from './use-case-address';

interface ActiveFiltersProps {
  readonly address: CaseAddress;
  readonly total: number | undefined;
}

/** How many cases there are, and why so few: each filter can be taken away. */
export function ActiveFilters({ address, total }: ActiveFiltersProps) {
  const { t } = useTranslation('cases');
  const names = useFilterNames(address.filters);
  return (
    <Group gap="sm" mih={30} wrap="nowrap" align="flex-start">
      <Text fw={600} size="sm" lh="30px" miw="max-content" role="status">
        {total === undefined ? '…' : t('count', { count: total, shown: formatCount(total) })}
      </Text>
      {names.length > 0 && (
        <Group gap={6} mih={30} role="group" aria-label={t('filter.active')}>
          {names.map(({ name, text, without }) => (
            <Button
              key={name}
              size="compact-xs"
              radius="xl"
              variant="default"
              fw={500}
              rightSection={<IconX size={12} aria-hidden />}
              aria-label={t('filter.remove', { name: text })}
              onClick={() => address.change(without)}
            >
              {text}
            </Button>
          ))}
          <Button size="compact-xs" variant="subtle" onClick={address.clear}>
            {t('filter.clear')}
          </Button>
        </Group>
      )}
    </Group>
  );
}
