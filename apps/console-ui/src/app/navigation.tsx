import { NavLink } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBuildingBank,
  IconChartBar,
  IconFiles,
  IconLayoutDashboard,
  IconListCheck,
  IconServer2,
  IconShieldCheck,
  type IconProps,
} from '@tabler/icons-react';
import { type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '../session/session';
import { maySee, type PageName } from './pages';

interface Entry {
  readonly to: string;
  readonly page: PageName;
  readonly icon: ComponentType<IconProps>;
}

const ENTRIES: readonly Entry[] = [
  { to: '/', page: 'overview', icon: IconLayoutDashboard },
  { to: '/cases', page: 'cases', icon: IconFiles },
  { to: '/incidents', page: 'incidents', icon: IconAlertTriangle },
  { to: '/batches', page: 'batches', icon: IconListCheck },
  { to: '/agencies', page: 'agencies', icon: IconBuildingBank },
  { to: '/indicators', page: 'indicators', icon: IconChartBar },
  { to: '/system', page: 'system', icon: IconServer2 },
  { to: '/audit', page: 'audit', icon: IconShieldCheck },
];

/** The pages that the caller may see. */
export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const { pathname } = useLocation();
  return ENTRIES.filter(({ page }) => maySee(page, permissions)).map(({ to, page, icon: Icon }) => {
    const active = to === '/' ? pathname === '/' : pathname.startsWith(to);
    return (
      <NavLink
        key={to}
        component={Link}
        to={to}
        label={t(`nav.${page}`)}
        leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
        active={active}
        aria-current={active ? 'page' : undefined}
        onClick={onNavigate}
        style={{ borderRadius: 'var(--mantine-radius-md)' }}
      />
    );
  });
}
