import { Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../../format/numbers';
import classes from './overview.module.css';

interface NeedsSectionProps<T> {
  readonly title: string;
  readonly count: number;
  /** Where all of them are listed. */
  readonly to: string;
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** The first few of a kind of thing that waits for a person, with the way to all of them. */
export function NeedsSection<T>({ title, count, to, query, children }: NeedsSectionProps<T>) {
  const { t } = useTranslation('overview');
  return (
    <section>
      <Group justify="space-between" mb={4} wrap="nowrap">
        <Title order={3} size="sm">
          {title}
        </Title>
        <Anchor component={Link} to={to} size="sm" ta="right">
          {t('needs.all', { shown: formatCount(count) })}
        </Anchor>
      </Group>
      {query.data !== undefined ? (
        <ul className={classes['plain']}>{children(query.data)}</ul>
      ) : query.error ? (
        <Text size="sm" c="dimmed" role="alert">
          {query.error.message}
        </Text>
      ) : (
        <Stack gap="xs" aria-busy>
          {Array.from({ length: Math.min(count, 4) }, (_, line) => (
            <Skeleton key={line} h={40} />
          ))}
        </Stack>
      )}
    </section>
  );
}
