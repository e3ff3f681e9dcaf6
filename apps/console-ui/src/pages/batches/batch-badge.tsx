import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type BatchStatus } from '@lienthong/contracts';
import { textOn } from '../../components/status-badge';

const COLORS: Readonly<Record<BatchStatus, string>> = {
  selecting: 'blue',
  running: 'blue',
  done: 'green',
  cancelled: 'gray',
};

export function BatchBadge({ status }: { readonly status: BatchStatus }) {
  const { t } = useTranslation('batches');
  return (
    <Badge variant="light" color={COLORS[status]} c={textOn(COLORS[status])} radius="sm" tt="none">
      {t(`status.${status}`)}
    </Badge>
  );
}
