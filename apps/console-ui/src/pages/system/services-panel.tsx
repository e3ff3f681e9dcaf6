import { Anchor, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ServiceView } from '@lienthong/contracts';
import { Panel } from '../../components/panel';
import { formatElapsed } from '../../format/durations';
import { formatCount } from '../../format/numbers';
import { areTimersLate, isOutboxLate, stateOf, type ServiceState } from './health';
import { useServiceName } from './service-name';

const MARKS = { up: IconCircleCheck, notReady: IconAlertTriangle, down: IconPlugConnectedX } as const;
const COLORS: Readonly<Record<ServiceState, string>> = { up: 'green', notReady: 'orange', down: 'red' };
const NUMBER = { ta: 'end', style: { whiteSpace: 'nowrap' } } as const;

/** The services one below the other, with what waits for each. */
export function ServicesPanel({ services }: { readonly services: readonly ServiceView[] }) {
  const { t } = useTranslation('system');
  return (
    <Panel title={t('services.title')}>
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ type: 'auto' }}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('services.name')}</Table.Th>
              <Table.Th>{t('services.state')}</Table.Th>
              <Table.Th {...NUMBER}>{t('services.lag')}</Table.Th>
              <Table.Th {...NUMBER}>{t('services.outbox')}</Table.Th>
              <Table.Th {...NUMBER}>{t('services.timers')}</Table.Th>
              <Table.Th {...NUMBER}>{t('services.incidents')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {services.map((service) => (
              <ServiceRow key={service.name} service={service} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

function ServiceRow({ service }: { readonly service: ServiceView }) {
  const { t } = useTranslation('system');
  const nameOf = useServiceName();
  const { name, lag, outboxAgeMs, timersLateMs, incidents, detail } = service;
  const state = stateOf(service);
  const Mark = MARKS[state];
  return (
    <Table.Tr data-service={name} data-state={state}>
      <Table.Th scope="row" fw={500}>
        {nameOf(name)}
      </Table.Th>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Mark size={18} color={`var(--mantine-color-${COLORS[state]}-7)`} aria-hidden />
          <Text size="sm">{t(`services.${state}`)}</Text>
        </Group>
        {detail !== undefined && (
          <Text size="xs" c="dimmed">
            {detail}
          </Text>
        )}
      </Table.Td>
      <Table.Td {...NUMBER}>{lag === undefined ? '–' : formatCount(lag)}</Table.Td>
      <Table.Td {...NUMBER} fw={isOutboxLate(service) ? 700 : 400}>
        {delay(outboxAgeMs)}
      </Table.Td>
      <Table.Td {...NUMBER} fw={areTimersLate(service) ? 700 : 400}>
        {delay(timersLateMs)}
      </Table.Td>
      <Table.Td {...NUMBER}>
        {incidents === undefined || incidents === 0 ? (
          (incidents ?? '–')
        ) : (
          <Anchor component={Link} to={`/incidents?service=${encodeURIComponent(name)}`} size="sm" fw={600}>
            {formatCount(incidents)}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function delay(ms: number | undefined): string {
  return ms === undefined ? '–' : ms === 0 ? '0' : formatElapsed(ms);
}
