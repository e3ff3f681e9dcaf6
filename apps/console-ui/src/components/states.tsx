import { Button, Center, Code, Loader, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCircleDashed, IconPlugConnectedX } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';

export function LoadingState() {
  const { t } = useTranslation();
  return (
    <Center mih={240} role="status" aria-label={t('state.loading')}>
      <Loader />
    </Center>
  );
}

/** Nothing to show, and what one could do about it. */
export function EmptyState({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Center mih={200} p="lg">
      <Stack align="center" gap="xs" maw={440}>
        <ThemeIcon size={48} radius="xl" variant="light" color="gray" aria-hidden>
          <IconCircleDashed />
        </ThemeIcon>
        <Text fw={600}>{title ?? t('state.empty')}</Text>
        {children !== undefined && (
          <Text component="div" c="dimmed" size="sm" ta="center">
            {children}
          </Text>
        )}
      </Stack>
    </Center>
  );
}

/** What went wrong, in the API's own words, and a way to try again. */
export function ErrorState({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : undefined;
  return (
    <Center mih={240} p="lg" role="alert">
      <Stack align="center" gap="xs" maw={520}>
        <ThemeIcon size={48} radius="xl" variant="light" color="red" aria-hidden>
          <IconPlugConnectedX />
        </ThemeIcon>
        <Title order={2} size="h4">
          {problem?.status === 403 ? t('state.forbidden') : t('state.failed')}
        </Title>
        <Text c="dimmed" size="sm" ta="center">
          {error.message}
        </Text>
        {problem?.traceId !== undefined && (
          <Text size="xs" c="dimmed">
            {t('state.trace')} <Code>{problem.traceId}</Code>
          </Text>
        )}
        {onRetry && (
          <Button variant="light" onClick={onRetry}>
            {t('state.retry')}
          </Button>
        )}
      </Stack>
    </Center>
  );
}
