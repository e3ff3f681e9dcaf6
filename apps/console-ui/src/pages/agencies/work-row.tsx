import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { usePlaces } from '../../api/places';
import { patched } from '../../components/use-url-state';
import { DueBadge } from './due-badge';
import classes from './desk.module.css';
import { type WorkItem } from './work-items';

interface WorkRowProps {
  readonly item: WorkItem;
  /** The simulation's clock, epoch ms. */
  readonly now: number;
  readonly opened: boolean;
  readonly withOffice: boolean;
}

/** One file of the desk; a link, so that it can stand in a window of its own. */
export function WorkRow({ item, now, opened, withOffice }: WorkRowProps) {
  const { t } = useTranslation('agencies');
  const { name } = usePlaces();
  const [query] = useSearchParams();
  return (
    <li>
      <UnstyledButton
        component={Link}
        to={{ search: patched(query, { item: item.id }).toString() }}
        replace
        className={classes['row']}
        aria-current={opened ? 'true' : undefined}
        data-item={item.id}
      >
        <Group justify="space-between" gap="xs" wrap="wrap">
          <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {item.id}
          </Text>
          <DueBadge item={item} now={now} />
        </Group>
        <Group gap={6} mt={4}>
          <Text size="xs" c="dimmed">
            {[item.localNumber, ...(withOffice ? [name(item.office)] : []), t(`status.${item.status}`)].join(
              ' · ',
            )}
          </Text>
          {item.remarks && (
            <Badge size="xs" variant="outline" color="orange.8" radius="sm" tt="none">
              {t('common:remarks.title')}
            </Badge>
          )}
          {item.attempt > 1 && (
            <Badge size="xs" variant="default" radius="sm" tt="none">
              {t('list.attempt', { attempt: item.attempt })}
            </Badge>
          )}
        </Group>
      </UnstyledButton>
    </li>
  );
}
