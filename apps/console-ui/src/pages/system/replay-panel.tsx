import { Badge, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ReplayView } from '@lienthong/contracts';
import { Facts } from '../../components/facts';
import { Panel } from '../../components/panel';
import { formatElapsed } from '../../format/durations';
import { formatInstant } from '../../format/instants';
import { formatCount, formatShare, locale } from '../../format/numbers';
import { type ReplayState, replayState, sendingLeftMs, shareDone } from './replay';

const COLORS: Readonly<Record<ReplayState, string>> = {
  filing: 'blue.8',
  finishing: 'blue.8',
  silent: 'orange.9',
  ended: 'gray.7',
};

/** Which replay drives the system, how far it is, and whether it still speaks. */
export function ReplayPanel({ replay }: { readonly replay: ReplayView }) {
  const { t } = useTranslation('system');
  const { run, dossiers, sent, answered, refused, ratePerSecond, startedAt, toldAt } = replay;
  const state = replayState(replay);
  const share = shareDone(replay);
  const leftMs = sendingLeftMs(replay);
  const rate = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(ratePerSecond);
  return (
    <Panel
      title={t('replay.title')}
      actions={
        <Badge color={COLORS[state]} tt="none">
          {t(`replay.state.${state}`)}
        </Badge>
      }
      data-replay={state}
    >
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={500}>
            {dossiers === undefined
              ? t('replay.answered', { shown: formatCount(answered) })
              : t('replay.of', { shown: formatCount(answered), all: formatCount(dossiers) })}
          </Text>
          {share !== undefined && <Text size="sm">{formatShare(share)}</Text>}
        </Group>
        {share !== undefined && (
          <Progress
            value={share * 100}
            color={state === 'silent' ? 'orange' : state === 'ended' ? 'gray' : 'blue'}
            aria-label={t('replay.progress')}
          />
        )}
        <Text size="sm" c="dimmed" role="status">
          {t(`replay.hint.${state}`, { at: formatInstant(toldAt) })}
          {leftMs !== undefined && ` ${t('replay.left', { duration: formatElapsed(leftMs) })}`}
        </Text>
      </Stack>
      <Facts
        columns={3}
        facts={[
          { label: t('replay.run'), value: run },
          { label: t('replay.sent'), value: formatCount(sent) },
          { label: t('replay.refused'), value: formatCount(refused) },
          {
            label: t(state === 'ended' ? 'replay.meanRate' : 'replay.rate'),
            value: t('replay.perSecond', { rate }),
          },
          { label: t('replay.startedAt'), value: formatInstant(startedAt) },
          { label: t('replay.toldAt'), value: formatInstant(toldAt) },
        ]}
      />
    </Panel>
  );
}
