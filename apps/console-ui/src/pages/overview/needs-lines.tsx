import { Text } from '@mantine/core';
import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CaseRow, type IncidentView } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { formatLeft } from '../../format/durations';
import { formatInstant } from '../../format/instants';
import classes from './overview.module.css';

export function IncidentLine({ incident }: { readonly incident: IncidentView }) {
  const { t } = useTranslation('overview');
  const { dossierNumber, since, attempts, error } = incident;
  return (
    <Line
      to={dossierNumber === undefined ? '/incidents' : `/cases/${dossierNumber}`}
      icon={<IconAlertTriangle size={18} className={classes['late']} aria-hidden />}
      title={dossierNumber ?? incident.aggregateId}
      detail={error}
      aside={`${t('needs.since', { at: formatInstant(since) })} · ${t('needs.attempts', { count: attempts })}`}
    />
  );
}

export function OverdueLine({ row }: { readonly row: CaseRow }) {
  const { t } = useTranslation('overview');
  const places = usePlaces();
  const at = [row.commune, row.province ?? []].flat().map((code) => places.name(code));
  return (
    <Line
      to={`/cases/${row.dossierNumber}`}
      icon={<IconClockExclamation size={18} className={classes['late']} aria-hidden />}
      title={row.dossierNumber}
      detail={`${t(`common:group.${row.procedureGroup}`)} · ${at.join(', ')}`}
      aside={row.workingMsLeft === undefined ? '' : formatLeft(row.workingMsLeft, row.overdue)}
      late
    />
  );
}

interface LineProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: string;
  readonly aside: string;
  readonly late?: boolean;
}

function Line({ to, icon, title, detail, aside, late }: LineProps) {
  return (
    <li>
      <Link className={classes['row']} to={to}>
        {icon}
        <div className={classes['line']}>
          <Text span size="sm" fw={600} className={classes['code'] ?? ''}>
            {title}
          </Text>
          <Text span size="xs" className={`${classes['aside']} ${late ? classes['late'] : ''}`}>
            {aside}
          </Text>
          <Text span size="sm" c="dimmed" className={classes['detail'] ?? ''} title={detail}>
            {detail}
          </Text>
        </div>
      </Link>
    </li>
  );
}
