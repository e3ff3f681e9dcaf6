import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePlaces } from '../../api/places';
import { StatusBadge } from '../../components/status-badge';
import { formatDay } from '../../format/instants';
import { AgencyMarks } from './agency-marks';
import { Appointment } from './appointment';
import { type PlacedCase } from './case-table-row';
import classes from './cases.module.css';
import { IncidentMark } from './incident-mark';

/** One case where there is no room for a table. */
export function CaseCard({ row, place }: PlacedCase) {
  const { t } = useTranslation('cases');
  const places = usePlaces();
  const at = [row.commune, row.province ?? []].flat().map((code) => places.name(code));
  return (
    <div
      role="listitem"
      className={classes['card']}
      style={{ height: place.height, transform: `translateY(${place.top}px)` }}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Link className={classes['link']} to={`/cases/${row.dossierNumber}`}>
          {row.dossierNumber}
        </Link>
        {row.incident && (
          <Text span size="xs">
            <IncidentMark />
          </Text>
        )}
      </Group>
      <Text size="xs" c="dimmed" className={classes['ellipsis'] ?? ''}>
        {t(`common:group.${row.procedureGroup}`)} · {at.join(', ')}
      </Text>
      <Group justify="space-between" wrap="nowrap" gap="xs" mt={4} mb={6} align="flex-start">
        <div className={classes['cell']}>
          <StatusBadge status={row.status} />
          <Text size="xs" c="dimmed">
            {t('column.submittedAt')} {formatDay(row.submittedAt)}
          </Text>
        </div>
        <div style={{ textAlign: 'right' }}>
          <Appointment row={row} />
        </div>
      </Group>
      <AgencyMarks row={row} />
    </div>
  );
}
