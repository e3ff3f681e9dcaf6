import { Alert, Anchor, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCalendarX, IconCircleCheck, IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type OverviewView } from '@lienthong/contracts';
import { casesPath, OPEN_STATUSES } from '../../api/case-filters';
import { Panel } from '../../components/panel';
import { formatCount } from '../../format/numbers';
import { IncidentLine, OverdueLine } from './needs-lines';
import { NeedsSection } from './needs-section';
import { type Latest } from './use-latest';

/** What does not move on by itself: incidents first, then what is late, then what nobody holds. */
export function NeedsPerson({
  overview,
  latest,
}: {
  readonly overview: OverviewView;
  readonly latest: Latest;
}) {
  const { t } = useTranslation('overview');
  const { incidents, overdue, stepOverdue, promiseBroken, withoutOwner } = overview;
  const well = [incidents, overdue, stepOverdue, promiseBroken, withoutOwner].every((count) => count === 0);
  return (
    <Panel title={t('needs.title')} h="100%">
      {well && <AllWell />}
      {withoutOwner > 0 && (
        <Alert color="red" icon={<IconUserQuestion />} p="xs">
          <Anchor
            component={Link}
            to={casesPath({ withoutOwner: true })}
            size="sm"
            c="inherit"
            underline="always"
          >
            {t('needs.withoutOwner', { shown: formatCount(withoutOwner) })}
          </Anchor>
        </Alert>
      )}
      {incidents > 0 && (
        <NeedsSection title={t('needs.incidents')} count={incidents} to="/incidents" query={latest.incidents}>
          {({ items }) => items.map((each) => <IncidentLine key={each.id} incident={each} />)}
        </NeedsSection>
      )}
      {promiseBroken > 0 && (
        <Alert color="red" icon={<IconCalendarX />} p="xs">
          <Anchor
            component={Link}
            to={casesPath({ status: OPEN_STATUSES, promiseBroken: true }, 'appointment')}
            size="sm"
            c="inherit"
            underline="always"
          >
            {t('needs.promiseBroken', { shown: formatCount(promiseBroken) })}
          </Anchor>
        </Alert>
      )}
      {overdue > 0 && (
        <NeedsSection
          title={t('needs.overdue')}
          count={overdue}
          to={casesPath({ status: OPEN_STATUSES, overdue: true }, 'appointment')}
          query={latest.overdue}
        >
          {({ items }) => items.map((each) => <OverdueLine key={each.dossierNumber} row={each} />)}
        </NeedsSection>
      )}
      {stepOverdue > 0 && (
        <NeedsSection
          title={t('needs.stepOverdue')}
          count={stepOverdue}
          to={casesPath({ status: OPEN_STATUSES, overdue: false, stepOverdue: true }, 'appointment')}
          query={latest.stepOverdue}
        >
          {({ items }) => items.map((each) => <OverdueLine key={each.dossierNumber} row={each} />)}
        </NeedsSection>
      )}
    </Panel>
  );
}

function AllWell() {
  const { t } = useTranslation('overview');
  return (
    <Stack align="center" justify="center" gap="xs" mih={{ base: 200, lg: 440 }} role="status">
      <ThemeIcon size={56} radius="xl" variant="light" color="green" aria-hidden>
        <IconCircleCheck size={32} stroke={1.6} />
      </ThemeIcon>
      <Text fw={600}>{t('needs.well')}</Text>
      <Text size="sm" c="dimmed" ta="center" maw={420}>
        {t('needs.wellDetail')}
      </Text>
    </Stack>
  );
}
