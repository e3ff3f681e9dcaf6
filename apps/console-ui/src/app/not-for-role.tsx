import { Anchor, Badge, Button, Center, Group, Paper, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../components/page';
import { homeOf } from '../session/return-path';
import { useSession } from '../session/session';
import { token } from '../session/token';
import { PAGE_NEEDS, type PageName } from './pages';

/** Instead of a page that the person may not see: who may, and where to go instead. */
export function NotForRole({ page }: { readonly page: PageName }) {
  const { t } = useTranslation();
  const { principal, permissions, holders } = useSession();
  const home = homeOf(permissions);
  const allowed = [...new Set(PAGE_NEEDS[page].flatMap((needed) => holders[needed]))];
  return (
    <Page title={t(`nav.${page}`)}>
      <Paper withBorder bg="var(--surface)">
        <Center mih={340} p="lg">
          <Stack align="center" gap="md" maw={520}>
            <ThemeIcon size={56} radius="xl" variant="light" color="gray" aria-hidden>
              <IconLock size={30} stroke={1.6} />
            </ThemeIcon>
            <Text fw={600} size="lg" ta="center" role="status">
              {t('notForRole.title')}
            </Text>
            <Roles label={t('notForRole.yours', { id: principal.id })} roles={principal.roles} />
            <Roles label={t('notForRole.allowed')} roles={allowed} />
            {home !== undefined && (
              <Button component={Link} to={home} variant="light">
                {t(home === '/' ? 'state.home' : 'notForRole.home')}
              </Button>
            )}
            {token.read() !== undefined && (
              <Anchor component={Link} to="/sign-in?signOut=1" size="sm">
                {t('notForRole.other')}
              </Anchor>
            )}
          </Stack>
        </Center>
      </Paper>
    </Page>
  );
}

function Roles({ label, roles }: { readonly label: string; readonly roles: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} justify="center">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {roles.map((role) => (
        <Badge key={role} variant="default" tt="none" fw={500}>
          {t(`role.${role}`, { defaultValue: role })}
        </Badge>
      ))}
    </Group>
  );
}
