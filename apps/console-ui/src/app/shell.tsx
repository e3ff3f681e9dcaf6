import { AppShell, Box } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration } from 'react-router';
import { LiveUpdates } from '../api/live';
import { LoadingState } from '../components/states';
import { SignedIn } from '../session/session';
import { Header } from './header';
import { Navigation } from './navigation';

/** What stands around every page. */
export function Shell() {
  const { t } = useTranslation();
  const [menu, { toggle, close }] = useDisclosure();
  return (
    <SignedIn>
      <LiveUpdates>
        <a className="skip-link" href="#content">
          {t('app.skip')}
        </a>
        <AppShell
          header={{ height: 60 }}
          navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !menu } }}
          padding="md"
        >
          <AppShell.Header bg="var(--surface)">
            <Header menuOpened={menu} onMenu={toggle} />
          </AppShell.Header>
          <AppShell.Navbar p="sm" bg="var(--surface)" aria-label={t('nav.label')}>
            <Navigation onNavigate={close} />
          </AppShell.Navbar>
          <AppShell.Main>
            <Box id="content" maw={1600} mx="auto" tabIndex={-1} style={{ outline: 'none' }}>
              <Suspense fallback={<LoadingState />}>
                <Outlet />
              </Suspense>
            </Box>
          </AppShell.Main>
        </AppShell>
        {/* After the pages: a list scrolls itself when it appears. */}
        <ScrollRestoration />
      </LiveUpdates>
    </SignedIn>
  );
}
