import { Button, Center, Group, Image, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { speak, speaks } from '../../i18n/i18n';
import mark from '../../theme/mark.svg';

/** The page around the sign-in: who asks for it, and the other language. */
export function SignInFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  const other = speaks() === 'vi' ? 'en' : 'vi';
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={420} gap="lg">
        <Group justify="center" gap="sm" wrap="nowrap">
          <Image src={mark} w={44} h={44} alt="" />
          <div>
            <Text fw={700} size="xl" lh={1.2}>
              {t('app.name')}
            </Text>
            <Text size="sm" c="dimmed">
              {t('app.subtitle')}
            </Text>
          </div>
        </Group>
        <Paper withBorder p="xl" radius="lg" bg="var(--surface)" shadow="sm">
          <Stack gap="md">
            <Title order={1} size="h3">
              {title}
            </Title>
            {children}
          </Stack>
        </Paper>
        <Center>
          <Button variant="subtle" size="compact-sm" lang={other} onClick={() => void speak(other)}>
            {t('nav.language')}
          </Button>
        </Center>
      </Stack>
    </Center>
  );
}
