import { Group, Paper, type PaperProps, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface PanelProps extends PaperProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled section of a page on a surface of its own. */
export function Panel({ title, actions, children, ...paper }: PanelProps) {
  const id = useId();
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      bg="var(--surface)"
      {...(title !== undefined && { 'aria-labelledby': id })}
      {...paper}
    >
      <Stack gap="sm">
        {title !== undefined && (
          <Group justify="space-between" wrap="wrap" gap="xs">
            <Title order={2} size="h5" id={id}>
              {title}
            </Title>
            {actions}
          </Group>
        )}
        {children}
      </Stack>
    </Paper>
  );
}
