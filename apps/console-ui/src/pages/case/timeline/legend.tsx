import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './timeline.module.css';

const KINDS = ['transit', 'queue', 'agency', 'applicant'] as const;

interface LegendProps {
  readonly open: boolean;
  /** There are holidays on it. */
  readonly holidays: boolean;
}

/** What colours, patterns and lines of the timeline mean. */
export function TimelineLegend({ open, holidays }: LegendProps) {
  const { t } = useTranslation('case');
  const lines = [
    ['due', t('clocks.due', { at: '' })],
    ['appointment', t('appointment')],
    ...(open ? [['now', t('timeline.now')] as const] : []),
  ] as const;
  return (
    <Group gap="md" style={{ rowGap: 4 }}>
      {KINDS.map((kind) => (
        <Group key={kind} gap={6} wrap="nowrap">
          <span className={`${styles['swatch']} ${styles[kind]}`} aria-hidden />
          <Text size="xs">{t(`timeline.kind.${kind}`)}</Text>
        </Group>
      ))}
      {lines.map(([look, label]) => (
        <Group key={look} gap={6} wrap="nowrap" className={styles[`${look}Key`]}>
          <span
            className={`${styles['swatchLine']} ${look === 'appointment' ? styles['swatchDashed'] : ''}`}
            aria-hidden
          />
          <Text size="xs">{label}</Text>
        </Group>
      ))}
      {holidays && (
        <Group gap={6} wrap="nowrap">
          <span className={`${styles['swatch']} ${styles['holidayKey']}`} aria-hidden />
          <Text size="xs">{t('timeline.days.title')}</Text>
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {t('timeline.closed')}
      </Text>
    </Group>
  );
}
