import { Badge, Box, Group, Progress, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES, type ClockOfProcedure, PROCEDURE_NAMES } from '@lienthong/contracts';
import { Panel } from '../../../components/panel';
import { textOn } from '../../../components/status-badge';
import { LATE_TEXT } from '../../../components/tones';
import { formatLeft, formatWorking } from '../../../format/durations';
import { formatInstant } from '../../../format/instants';
import { formatCount } from '../../../format/numbers';
import { speaks } from '../../../i18n/i18n';
import { clockColor, usedShare } from './clock-share';

/** The clocks that run against the law: what is used of each, and what is left. */
export function ClocksPanel({ clocks }: { readonly clocks: readonly ClockOfProcedure[] }) {
  const { t } = useTranslation('case');
  return (
    <Panel title={t('clocks.title')}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: Math.min(4, Math.max(2, clocks.length)) }}>
        {clocks.map((clock) => (
          <Clock key={clock.agency ?? 'case'} clock={clock} />
        ))}
      </SimpleGrid>
    </Panel>
  );
}

function Clock({ clock }: { readonly clock: ClockOfProcedure }) {
  const { t } = useTranslation('case');
  const { agency, procedures, dueAt, limitWorkingDays, state } = clock;
  const name = agency === undefined ? t('clocks.whole') : AGENCY_NAMES[agency][speaks()];
  const limit =
    limitWorkingDays === undefined
      ? undefined
      : limitWorkingDays === 0
        ? t('clocks.sameDay')
        : t('clocks.limit', { count: limitWorkingDays, shown: formatCount(limitWorkingDays) });
  return (
    <Box component="section" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <ClockBadge clock={clock} />
      </Group>
      <Text size="xs" c="dimmed" mih={18}>
        {agency === undefined ? limit : procedures.map((one) => PROCEDURE_NAMES[one][speaks()]).join(', ')}
      </Text>
      <Progress
        value={usedShare(clock) * 100}
        color={clockColor(clock)}
        size="md"
        my={6}
        aria-label={`${name}: ${t('clocks.used', { duration: formatWorking(clock.workingMsUsed) })}`}
      />
      <Group justify="space-between" gap="xs" style={{ rowGap: 0 }}>
        <Text size="xs">{t('clocks.used', { duration: formatWorking(clock.workingMsUsed) })}</Text>
        {state !== 'ended' && clock.workingMsLeft !== undefined && (
          <Text size="xs" fw={600} c={clock.overdue ? LATE_TEXT : 'inherit'}>
            {formatLeft(clock.workingMsLeft, clock.overdue)}
          </Text>
        )}
      </Group>
      {clock.applicantWorkingMs !== undefined && clock.applicantWorkingMs > 0 && (
        <Text size="xs" c="dimmed">
          {t('clocks.applicant', { duration: formatWorking(clock.applicantWorkingMs) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {[agency === undefined ? undefined : limit, dueAt && t('clocks.due', { at: formatInstant(dueAt) })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Box>
  );
}

function ClockBadge({ clock: { state, onTime } }: { readonly clock: ClockOfProcedure }) {
  const { t } = useTranslation('case');
  const judged = state === 'ended' && onTime !== undefined;
  const color = judged ? (onTime ? 'green' : 'red') : state === 'paused' ? 'orange' : 'gray';
  return (
    <Badge
      variant="light"
      color={color}
      c={textOn(color)}
      radius="sm"
      tt="none"
      size="sm"
      style={{ flexShrink: 0 }}
    >
      {judged ? t(onTime ? 'clocks.onTime' : 'clocks.late') : t(`clocks.state.${state}`)}
    </Badge>
  );
}
