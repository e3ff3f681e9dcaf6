import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BatchView } from '@lienthong/contracts';
import { formatCount } from '../../format/numbers';
import { worked } from './worked';
import { LATE_TEXT } from '../../components/tones';

/** How far a batch is: done well, failed and skipped beside one another, in figures too. */
export function BatchProgress({
  batch,
  size = 'md',
}: {
  readonly batch: BatchView;
  readonly size?: 'md' | 'xl';
}) {
  const { t } = useTranslation('batches');
  const done = worked(batch);
  const share = (count: number): number => (batch.total === 0 ? 0 : (count / batch.total) * 100);
  const text =
    batch.status === 'selecting'
      ? t('selecting')
      : t('worked', { worked: formatCount(done), total: formatCount(batch.total) });
  return (
    <>
      <Progress.Root
        size={size}
        role="progressbar"
        aria-label={t('progress')}
        aria-valuemin={0}
        aria-valuemax={batch.total}
        aria-valuenow={done}
        aria-valuetext={text}
      >
        <Section color="green.7" value={share(batch.succeeded)} />
        <Section color="red.7" value={share(batch.failed)} />
        <Section color="gray.6" value={share(batch.skipped)} />
      </Progress.Root>
      <Group gap="sm" style={{ rowGap: 0 }} mt={4}>
        <Text size="sm">{text}</Text>
        <Text size="sm" c="dimmed">
          {t('result.succeeded')} {formatCount(batch.succeeded)}
        </Text>
        <Text size="sm" c={batch.failed > 0 ? LATE_TEXT : 'dimmed'}>
          {t('result.failed')} {formatCount(batch.failed)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('result.skipped')} {formatCount(batch.skipped)}
        </Text>
      </Group>
    </>
  );
}

function Section({ color, value }: { readonly color: string; readonly value: number }) {
  return <Progress.Section color={color} value={value} withAria={false} />;
}
