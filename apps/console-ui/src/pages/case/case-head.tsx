import { Badge, Group, SimpleGrid, Text } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseDetail } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { LATE_TEXT } from '../../components/tones';
import { formatLeft } from '../../format/durations';
import { formatInstant } from '../../format/instants';

/** Group, status and whether it is late: beneath the case's number. */
export function CaseBadges({ detail: { case: view, paused } }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('case');
  return (
    <Group gap="xs" mt={6}>
      <StatusBadge status={view.status} />
      <Badge variant="default" radius="sm" tt="none" fw={500}>
        {t(`common:group.${view.procedureGroup}`)}
      </Badge>
      {view.overdue && (
        <Badge color="red.8" variant="filled" radius="sm" tt="none">
          {t('overdue')}
        </Badge>
      )}
      {paused && (
        <Badge
          variant="default"
          radius="sm"
          tt="none"
          fw={500}
          leftSection={<IconClockPause size={13} aria-hidden />}
        >
          {t('paused')}
        </Badge>
      )}
    </Group>
  );
}

/** The facts one asks for first. */
export function CaseFacts({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('case');
  const places = usePlaces();
  const { case: view, clocks, processingTime } = detail;
  const whole = clocks.find(({ agency }) => agency === undefined);
  const registry = view.procedures[0]?.office;
  const open = view.finishedAt === undefined;
  const late = open ? view.overdue : processingTime.total.onTime === false;
  return (
    <Panel>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 3, lg: 6 }} m={0} verticalSpacing="sm">
        <Fact label={t('filed')}>{formatInstant(view.submittedAt)}</Fact>
        <Fact label={t('appointment')}>{formatInstant(view.appointment)}</Fact>
        {open ? (
          <Fact label={t('clocks.title')} strong late={late}>
            {whole?.workingMsLeft === undefined ? '–' : formatLeft(whole.workingMsLeft, whole.overdue)}
          </Fact>
        ) : (
          <Fact label={t('finished')} late={late}>
            {view.finishedAt === undefined ? '–' : formatInstant(view.finishedAt)}
            <Text span display="block" size="sm" fw={600}>
              {t(late ? 'late' : 'onTime')}
            </Text>
          </Fact>
        )}
        <Fact label={t('commune')}>{registry === undefined ? '–' : places.name(registry)}</Fact>
        <Fact label={t('policy')}>{t(`common:policy.${view.policy}`)}</Fact>
        <Fact label={t('national')}>{view.nationalStatus.label}</Fact>
      </SimpleGrid>
    </Panel>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly strong?: boolean;
  readonly late?: boolean;
}

function Fact({ label, children, strong = false, late = false }: FactProps) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} size="sm" fw={strong ? 600 : 400} c={late ? LATE_TEXT : 'inherit'}>
        {children}
      </Text>
    </div>
  );
}
