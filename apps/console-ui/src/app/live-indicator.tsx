import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live';

/** Whether the page follows what happens. */
export function LiveIndicator() {
  const { t } = useTranslation();
  const state = useLive();
  return (
    <Group gap={6} wrap="nowrap" role="status">
      <svg width={10} height={10} aria-hidden>
        <circle
          cx={5}
          cy={5}
          r={4.5}
          fill={`var(--mantine-color-${state === 'on' ? 'green' : 'orange'}-6)`}
        />
      </svg>
      <Text size="sm" visibleFrom="sm">
        {t(`live.${state}`)}
      </Text>
    </Group>
  );
}
