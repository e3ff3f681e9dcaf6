import { Box, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CASE_STATUSES, type CaseStatus, type OverviewView } from '@lienthong/contracts';
import { casesPath } from '../../api/case-filters';
import { Panel } from '../../components/panel';
import { STATUS_COLORS } from '../../components/status-badge';
import { formatCount, formatShare } from '../../format/numbers';
import classes from './overview.module.css';

/** One bar of all cases; its legend carries the figures and leads to the cases. */
export function ByStatus({ byStatus }: { readonly byStatus: OverviewView['byStatus'] }) {
  const { t } = useTranslation('overview');
  const total = CASE_STATUSES.reduce((sum, status) => sum + byStatus[status], 0);
  return (
    <Panel
      title={t('byStatus.title')}
      actions={
        <Text size="sm" c="dimmed">
          {t('byStatus.total')}: <b>{formatCount(total)}</b>
        </Text>
      }
    >
      <Box className={classes['bar'] ?? ''} role="img" aria-label={t('byStatus.bar')}>
        {CASE_STATUSES.filter((status) => byStatus[status] > 0).map((status) => (
          <Box key={status} bg={colorOf(status)} miw={3} style={{ flexGrow: byStatus[status] }} />
        ))}
      </Box>
      <ul className={classes['plain']}>
        {CASE_STATUSES.map((status) => (
          <li key={status}>
            <Link className={classes['row']} to={casesPath({ status: [status] })}>
              <Box component="span" className={classes['dot'] ?? ''} bg={colorOf(status)} aria-hidden />
              <Text span size="sm" flex={1}>
                {t(`common:status.${status}`)}
              </Text>
              <Group component="span" gap={6} wrap="nowrap">
                <Text span size="sm" fw={600} className={classes['number'] ?? ''}>
                  {formatCount(byStatus[status])}
                </Text>
                <Text span size="xs" c="dimmed" w={52} className={classes['number'] ?? ''}>
                  {total > 0 ? formatShare(byStatus[status] / total) : '–'}
                </Text>
              </Group>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The darkest colour of all would be lost on a dark surface. */
function colorOf(status: CaseStatus): string {
  const color = STATUS_COLORS[status];
  return color === 'dark' ? 'var(--mantine-color-dimmed)' : `var(--mantine-color-${color}-6)`;
}
