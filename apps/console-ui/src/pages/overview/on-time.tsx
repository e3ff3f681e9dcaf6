import { Group, RingProgress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { formatCount, formatShare } from '../../format/numbers';

interface OnTimeProps {
  readonly ended: number;
  /** 0 to 1; absent while nothing ended. */
  readonly share: number | undefined;
}

/** Tỷ lệ đúng hẹn of the last 30 days. */
export function OnTime({ ended, share }: OnTimeProps) {
  const { t } = useTranslation('overview');
  const late = share === undefined ? 0 : Math.round(ended * (1 - share));
  return (
    <Panel title={t('onTime.title')} flex={1}>
      {share === undefined ? (
        <Text c="dimmed" size="sm">
          {t('onTime.none')}
        </Text>
      ) : (
        <Group gap="md" wrap="nowrap">
          <RingProgress
            size={132}
            thickness={11}
            roundCaps={share > 0.02}
            role="presentation"
            sections={[{ value: share * 100, color: 'green.7' }]}
            label={
              <Text ta="center" fw={700} size="xl">
                {formatShare(share)}
              </Text>
            }
          />
          <Stack gap={2} flex={1}>
            <Text size="sm">{t('onTime.of', { shown: formatCount(ended) })}</Text>
            <Text size="sm" c="dimmed">
              {t('onTime.late', { shown: formatCount(late) })}
            </Text>
          </Stack>
        </Group>
      )}
    </Panel>
  );
}
