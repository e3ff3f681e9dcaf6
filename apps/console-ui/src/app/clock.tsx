import { Group, Text, Tooltip } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../format/instants';
import { useSession } from '../session/session';

/** The simulation's time, going on as fast as its clock does between two answers of the server. */
export function SimulationTime() {
  const { t } = useTranslation();
  const { clock } = useSession();
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const since = performance.now();
    const ticking = setInterval(() => setElapsed((performance.now() - since) * clock.speed), 1_000);
    return () => {
      clearInterval(ticking);
      setElapsed(0);
    };
  }, [clock.now, clock.speed]);
  const pace = clock.speed === 0 ? t('clock.stands') : `${clock.speed}×`;
  return (
    <Tooltip label={`${t('clock.label')} (${clock.kind}, ${pace})`}>
      <Group gap={6} wrap="nowrap">
        <IconClock size={16} aria-hidden />
        <Text size="sm" component="time" aria-label={t('clock.label')}>
          {formatInstant(Date.parse(clock.now) + elapsed)}
        </Text>
      </Group>
    </Tooltip>
  );
}
