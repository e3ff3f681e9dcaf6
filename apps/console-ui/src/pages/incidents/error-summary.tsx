import { Badge, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type IncidentListView } from '@lienthong/contracts';
import { Panel } from '../../components/panel';
import { formatCount } from '../../format/numbers';
import styles from './incidents.module.css';

interface ErrorSummaryProps {
  readonly byError: IncidentListView['byError'];
  readonly chosen: string | undefined;
  readonly onChoose: (error: string | undefined) => void;
}

/** What goes wrong most: one line an error, which filters by it. */
export function ErrorSummary({ byError, chosen, onChoose }: ErrorSummaryProps) {
  const { t } = useTranslation('incidents');
  const most = byError[0]?.count ?? 1;
  return (
    <Panel title={t('byError.title')}>
      <Text size="sm" c="dimmed">
        {t('byError.hint')}
      </Text>
      <Stack gap={4}>
        {byError.map(({ error, count }) => {
          const active = error === chosen;
          return (
            <UnstyledButton
              key={error}
              className={styles['error']}
              aria-pressed={active}
              onClick={() => onChoose(active ? undefined : error)}
              style={{ '--share': `${(count / most) * 100}%` }}
            >
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {error}
                  {active && (
                    <Text span size="xs" ml="xs" fw={600}>
                      ({t('byError.chosen')})
                    </Text>
                  )}
                </Text>
                <Badge variant="default" radius="sm" style={{ flexShrink: 0 }}>
                  {formatCount(count)}
                </Badge>
              </Group>
            </UnstyledButton>
          );
        })}
      </Stack>
    </Panel>
  );
}
