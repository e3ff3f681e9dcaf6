import { Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleXFilled,
  IconHandStop,
  IconHourglassHigh,
  IconProgress,
  type IconProps,
} from '@tabler/icons-react';
import { type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AGENCY_NAMES, type CaseRow, type ProcedureStatus } from '@lienthong/contracts';
import { STATUS_COLORS } from '../../components/status-badge';
import { formatInstant } from '../../format/instants';
import { speaks } from '../../i18n/i18n';
import classes from './cases.module.css';

const ICONS: Readonly<Record<ProcedureStatus, ComponentType<IconProps>>> = {
  'not-started': IconCircleDashed,
  'in-progress': IconProgress,
  'awaiting-supplement': IconHourglassHigh,
  completed: IconCircleCheckFilled,
  refused: IconCircleXFilled,
  stopped: IconHandStop,
  cancelled: IconCircleMinus,
};

/** How far each agency is: its name, and a sign of the state; in words for those who point at it or do not see it. */
export function AgencyMarks({ row }: { readonly row: CaseRow }) {
  return (
    <Link className={classes['marks']} to={`/cases/${row.dossierNumber}`} tabIndex={-1}>
      {row.agencies.map((each) => (
        <Mark key={each.agency} {...each} />
      ))}
    </Link>
  );
}

function Mark({ agency, status, dueAt, overdue }: CaseRow['agencies'][number]) {
  const { t } = useTranslation('cases');
  const Icon = ICONS[status];
  const state = [
    t(`common:status.${status}`),
    dueAt === undefined ? [] : t('row.due', { at: formatInstant(dueAt) }),
    overdue ? t('row.late') : [],
  ].flat();
  return (
    <Tooltip label={`${AGENCY_NAMES[agency][speaks()]}: ${state.join(', ')}`}>
      <span className={`${classes['mark']} ${overdue ? classes['late'] : ''}`}>
        <Icon size={14} color={overdue ? 'currentColor' : colorOf(status)} aria-hidden />
        {t(`agency.${agency}`)}
        <VisuallyHidden>: {state.join(', ')}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

function colorOf(status: ProcedureStatus): string {
  const color = STATUS_COLORS[status];
  if (color === 'dark' || color === 'gray') return 'var(--mantine-color-dimmed)';
  return `light-dark(var(--mantine-color-${color}-7), var(--mantine-color-${color}-5))`;
}
