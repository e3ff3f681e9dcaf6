import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AGENCY_NAMES, type OverviewView } from '@lienthong/contracts';
import { casesPath, OPEN_STATUSES } from '../../api/case-filters';
import { Panel } from '../../components/panel';
import { EmptyState } from '../../components/states';
import { formatCount } from '../../format/numbers';
import { speaks } from '../../i18n/i18n';
import classes from './overview.module.css';

/** What each agency holds now. */
export function ByAgency({ agencies }: { readonly agencies: OverviewView['byAgency'] }) {
  const { t } = useTranslation('overview');
  return (
    <Panel title={t('byAgency.title')} h="100%">
      {agencies.length === 0 ? (
        <EmptyState />
      ) : (
        <Table verticalSpacing="xs" horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('byAgency.agency')}</Table.Th>
              <Table.Th w={100} className={classes['number'] ?? ''}>
                {t('byAgency.open')}
              </Table.Th>
              <Table.Th w={100} className={classes['number'] ?? ''}>
                {t('byAgency.overdue')}
              </Table.Th>
              <Table.Th w={100} className={classes['number'] ?? ''}>
                {t('byAgency.awaitingSupplement')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agencies.map(({ agency, open, overdue, awaitingSupplement }) => (
              <Table.Tr key={agency}>
                <Table.Th scope="row" fw={500}>
                  {AGENCY_NAMES[agency][speaks()]}
                </Table.Th>
                <Figure value={open} to={casesPath({ agency, status: OPEN_STATUSES })} />
                <Figure
                  value={overdue}
                  late
                  to={casesPath({ agency, status: OPEN_STATUSES, stepOverdue: true }, 'appointment')}
                />
                <Figure
                  value={awaitingSupplement}
                  to={casesPath({ agency, status: ['awaiting-supplement'] })}
                />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function Figure({
  value,
  to,
  late,
}: {
  readonly value: number;
  readonly to: string;
  readonly late?: boolean;
}) {
  return (
    <Table.Td className={classes['number'] ?? ''}>
      {value === 0 ? (
        <Text span size="sm" c="dimmed">
          0
        </Text>
      ) : (
        <Anchor
          component={Link}
          to={to}
          size="sm"
          fw={600}
          {...(late && { className: classes['late'] ?? '' })}
        >
          {formatCount(value)}
        </Anchor>
      )}
    </Table.Td>
  );
}
