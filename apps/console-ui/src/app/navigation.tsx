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
import { type Permission } from '@lienthong/contracts';
import { useSession } from '../session/session';

interface Entry {
  readonly to: string;
  readonly label:
    'overview' | 'cases' | 'incidents' | 'batches' | 'agencies' | 'indicators' | 'system' | 'audit';
  readonly icon: ComponentType<IconProps>;
  readonly needs: Permission;
}

const ENTRIES: readonly Entry[] = [
  { to: '/', label: 'overview', icon: IconLayoutDashboard, needs: 'read-cases' },
  { to: '/cases', label: 'cases', icon: IconFiles, needs: 'read-cases' },
  { to: '/incidents', label: 'incidents', icon: IconAlertTriangle, needs: 'read-cases' },
  { to: '/batches', label: 'batches', icon: IconListCheck, needs: 'read-cases' },
  { to: '/agencies', label: 'agencies', icon: IconBuildingBank, needs: 'decide-work' },
  { to: '/indicators', label: 'indicators', icon: IconChartBar, needs: 'read-indicators' },
  { to: '/system', label: 'system', icon: IconServer2, needs: 'read-system' },
  { to: '/audit', label: 'audit', icon: IconShieldCheck, needs: 'read-audit' },
];

/** The pages that the caller may see. */
export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const { pathname } = useLocation();
  return ENTRIES.filter(({ needs }) => permissions.includes(needs)).map(({ to, label, icon: Icon }) => {
    const active = to === '/' ? pathname === '/' : pathname.startsWith(to);
    return (
      <NavLink
        key={to}
        component={Link}
        to={to}
        label={t(`nav.${label}`)}
        leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
        active={active}
        aria-current={active ? 'page' : undefined}
        onClick={onNavigate}
        style={{ borderRadius: 'var(--mantine-radius-md)' }}
      />
    );
  });
}
