import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CaseRow } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { StatusBadge } from '../../components/status-badge';
import { formatDay, formatTime } from '../../format/instants';
import { AgencyMarks } from './agency-marks';
import { Appointment } from './appointment';
import classes from './cases.module.css';
import { IncidentMark } from './incident-mark';

export interface PlacedCase {
  readonly row: CaseRow;
  readonly index: number;
  /** px within the list. */
  readonly place: { readonly top: number; readonly height: number };
}

/** One case of the table; all of it leads to the case. */
export function CaseTableRow({ row, index, place }: PlacedCase) {
  const { t } = useTranslation('cases');
  const places = usePlaces();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${classes['row']} ${classes['line']}`}
      style={{ height: place.height, transform: `translateY(${place.top}px)` }}
    >
      <Cell>
        <Link className={classes['link']} to={`/cases/${row.dossierNumber}`}>
          {row.dossierNumber}
        </Link>
        <Text size="xs" c="dimmed" className={classes['ellipsis'] ?? ''}>
          {t(`common:group.${row.procedureGroup}`)}
          {row.policy !== 'nd63' && ` · ${t(`common:policy.${row.policy}`)}`}
          {row.incident && ' · '}
          {row.incident && <IncidentMark />}
        </Text>
      </Cell>
      <Cell>
        <StatusBadge status={row.status} />
      </Cell>
      <Cell>
        <Text size="sm" className={classes['ellipsis'] ?? ''} title={places.name(row.commune)}>
          {places.name(row.commune)}
        </Text>
        <Text size="xs" c="dimmed" className={classes['ellipsis'] ?? ''}>
          {row.province !== undefined && places.name(row.province)}
        </Text>
      </Cell>
      <Cell>
        <When at={row.submittedAt} />
      </Cell>
      <Cell>
        <Appointment row={row} />
      </Cell>
      <Cell>
        <AgencyMarks row={row} />
      </Cell>
      <Cell wide>
        <When at={row.updatedAt} />
      </Cell>
    </div>
  );
}

function Cell({ children, wide }: { readonly children: ReactNode; readonly wide?: boolean }) {
  return (
    <div role="cell" className={`${classes['cell']} ${wide ? classes['wide'] : ''}`}>
      {children}
    </div>
  );
}

function When({ at }: { readonly at: string }) {
  return (
    <>
      <Text size="sm">{formatDay(at)}</Text>
      <Text size="xs" c="dimmed">
        {formatTime(at)}
      </Text>
    </>
  );
}
