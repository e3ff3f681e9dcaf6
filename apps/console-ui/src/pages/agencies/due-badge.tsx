import { Badge, Text } from '@mantine/core';
import { IconAlarm } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant } from '../../format/instants';
import { dueState } from './due';
import { type WorkItem } from './work-items';

interface DueBadgeProps {
  readonly item: WorkItem;
  /** The simulation's clock, epoch ms. */
  readonly now: number;
}

/** When it is due, with a mark on what presses; when it was decided, once it is. */
export function DueBadge({ item: { dueAt, decidedAt }, now }: DueBadgeProps) {
  const { t } = useTranslation('agencies');
  if (dueAt === undefined)
    return decidedAt === undefined ? null : (
      <Text size="xs" c="dimmed">
        {t('list.decidedAt', { at: formatDay(decidedAt) })}
      </Text>
    );
  const state = dueState(dueAt, now);
  if (state === 'later')
    return (
      <Text size="xs" c="dimmed">
        {t('due.at', { at: formatDay(dueAt) })}
      </Text>
    );
  return (
    <Badge
      variant={state === 'overdue' ? 'filled' : 'default'}
      color="red.8"
      radius="sm"
      tt="none"
      leftSection={state === 'tomorrow' ? undefined : <IconAlarm size={12} aria-hidden />}
      title={formatInstant(dueAt)}
    >
      {t(`due.${state}`)}
    </Badge>
  );
}
