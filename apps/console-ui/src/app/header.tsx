import {
  ActionIcon,
  Box,
  Burger,
  Button,
  Group,
  Image,
  Menu,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout, IconMoon, IconSearch, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { speak, speaks } from '../i18n/i18n';
import { usePermission, useSession } from '../session/session';
import { token } from '../session/token';
import mark from '../theme/mark.svg';
import { CaseSearch } from './case-search';
import { SimulationTime } from './clock';
import { LiveIndicator } from './live-indicator';

interface HeaderProps {
  readonly menuOpened: boolean;
  readonly onMenu: () => void;
}

export function Header({ menuOpened, onMenu }: HeaderProps) {
  const { t } = useTranslation();
  const searches = usePermission('read-cases');
  const [searching, { open, close }] = useDisclosure();
  const opener = useRef<HTMLButtonElement>(null);
  const done = (): void => {
    close();
    // It stands there again once this is drawn.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <>
      {searching && (
        <Group h="100%" px="md" hiddenFrom="sm">
          <CaseSearch onDone={done} />
        </Group>
      )}
      <Group
        h="100%"
        px="md"
        justify="space-between"
        wrap="nowrap"
        gap="sm"
        {...(searching && { visibleFrom: 'sm' })}
      >
        <Group gap="sm" wrap="nowrap">
          <Burger opened={menuOpened} onClick={onMenu} hiddenFrom="sm" size="sm" aria-label={t('nav.open')} />
          <Home />
        </Group>
        {searches && (
          <Box flex="0 1 320px" miw={0} visibleFrom="sm">
            <CaseSearch />
          </Box>
        )}
        <Group gap="sm" wrap="nowrap">
          {searches && (
            <ActionIcon
              ref={opener}
              variant="subtle"
              size="lg"
              hiddenFrom="sm"
              aria-label={t('nav.search')}
              onClick={open}
            >
              <IconSearch size={18} />
            </ActionIcon>
          )}
          <Group visibleFrom="md">
            <SimulationTime />
          </Group>
          <LiveIndicator />
          <Button
            variant="subtle"
            size="compact-sm"
            lang={speaks() === 'vi' ? 'en' : 'vi'}
            onClick={() => void speak(speaks() === 'vi' ? 'en' : 'vi')}
          >
            {t('nav.language')}
          </Button>
          <Appearance />
          <Account />
        </Group>
      </Group>
    </>
  );
}

function Home() {
  const { t } = useTranslation();
  return (
    <Group
      component={Link}
      gap="xs"
      wrap="nowrap"
      c="inherit"
      td="none"
      aria-label={t('app.name')}
      {...{ to: '/' }}
    >
      <Image src={mark} w={30} h={30} alt="" />
      <Text fw={700} size="lg" visibleFrom="xs">
        {t('app.name')}
      </Text>
    </Group>
  );
}

function Appearance() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={dark ? t('nav.light') : t('nav.dark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}

function Account() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { principal } = useSession();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('nav.account')}>
          <IconUserCircle size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{principal.id}</Menu.Label>
        <Menu.Label>{principal.roles.join(', ')}</Menu.Label>
        {token.read() !== undefined && (
          <Menu.Item
            leftSection={<IconLogout size={16} />}
            onClick={() => void navigate('/sign-in?signOut=1')}
          >
            {t('nav.signOut')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
