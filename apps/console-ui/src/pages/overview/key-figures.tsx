import { Group, Paper, SimpleGrid, Text, ThemeIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarDue,
  IconCalendarEvent,
  IconClockExclamation,
  IconFileDescription,
  IconUserQuestion,
  type IconProps,
} from '@tabler/icons-react';
import { type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type OverviewView } from '@lienthong/contracts';
import { casesPath, OPEN_STATUSES } from '../../api/case-filters';
import { formatCount } from '../../format/numbers';
import classes from './overview.module.css';

interface Figure {
  readonly name: 'overdue' | 'dueToday' | 'dueTomorrow' | 'awaitingSupplement' | 'incidents' | 'withoutOwner';
  readonly value: number;
  readonly icon: ComponentType<IconProps>;
  /** Of a figure that is not 0. */
  readonly color: string;
  /** Where its cases are listed. */
  readonly to: string;
}

/** What matters most, each figure a link to the cases behind it. */
export function KeyFigures({ overview }: { readonly overview: OverviewView }) {
  const { t } = useTranslation('overview');
  return (
    <SimpleGrid
      component="ul"
      className={classes['plain'] ?? ''}
      cols={{ base: 2, xs: 3, lg: 6 }}
      spacing="sm"
      aria-label={t('figures.label')}
    >
      {figuresOf(overview).map((figure) => (
        <li key={figure.name}>
          <FigureCard {...figure} label={t(`figures.${figure.name}`)} />
        </li>
      ))}
    </SimpleGrid>
  );
}

function figuresOf(overview: OverviewView): readonly Figure[] {
  return [
    {
      name: 'overdue',
      value: overview.overdue,
      icon: IconClockExclamation,
      color: 'red',
      to: casesPath({ status: OPEN_STATUSES, overdue: true }, 'appointment'),
    },
    {
      name: 'dueToday',
      value: overview.dueToday,
      icon: IconCalendarDue,
      color: 'orange',
      to: casesPath({ dueWithin: 0 }, 'appointment'),
    },
    {
      name: 'dueTomorrow',
      value: overview.dueToday + overview.dueTomorrow,
      icon: IconCalendarEvent,
      color: 'jade',
      to: casesPath({ dueWithin: 1 }, 'appointment'),
    },
    {
      name: 'awaitingSupplement',
      value: overview.awaitingSupplement,
      icon: IconFileDescription,
      color: 'jade',
      to: casesPath({ status: ['awaiting-supplement'] }),
    },
    {
      name: 'incidents',
      value: overview.incidents,
      icon: IconAlertTriangle,
      color: 'red',
      to: '/incidents',
    },
    {
      name: 'withoutOwner',
      value: overview.withoutOwner,
      icon: IconUserQuestion,
      color: 'red',
      to: casesPath({ withoutOwner: true }),
    },
  ];
}

function FigureCard({
  value,
  label,
  icon: Icon,
  color,
  to,
}: Omit<Figure, 'name'> & { readonly label: string }) {
  const inside = (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Text size="xl" fw={700} lh={1.2} className={classes['figure'] ?? ''}>
          {formatCount(value)}
        </Text>
        <ThemeIcon variant="light" size="md" color={value > 0 ? color : 'gray'} aria-hidden>
          <Icon size={18} stroke={1.7} />
        </ThemeIcon>
      </Group>
      <Text size="sm" c="dimmed" lh={1.35}>
        {label}
      </Text>
    </>
  );
  const paper = { withBorder: true, p: 'sm', bg: 'var(--surface)', h: '100%' } as const;
  return (
    <Paper {...paper} component={Link} to={to} c="inherit" className={classes['card'] ?? ''}>
      {inside}
    </Paper>
  );
}
