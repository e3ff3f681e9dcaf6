import { Button, Tooltip } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseListView } from '@lienthong/contracts';
import { type CaseFilters } from '../../api/case-filters';
import { BatchDialog } from './batch-dialog';
import { BATCH_LIMIT, type BatchScope, batchScope } from './batch-scope';

interface BatchButtonProps {
  readonly filters: CaseFilters;
  readonly head: CaseListView | undefined;
}

/** Acts on all open cases of the filter. What the dialog shows is what was so when it was opened. */
export function BatchButton({ filters, head }: BatchButtonProps) {
  const { t } = useTranslation('cases');
  const [asked, setAsked] = useState<{ readonly scope: BatchScope; readonly filters: CaseFilters }>();
  const scope = head && batchScope(filters, head.byStatus);
  const obstacle = obstacleOf(scope?.count);
  return (
    <>
      <Tooltip label={obstacle && t(`batch.${obstacle}`)} disabled={obstacle === undefined}>
        <Button
          leftSection={<IconListCheck size={16} aria-hidden />}
          {...(obstacle !== undefined && { 'data-disabled': true })}
          aria-disabled={obstacle !== undefined || scope === undefined}
          onClick={() => obstacle === undefined && scope && setAsked({ scope, filters })}
        >
          {t('batch.open')}
        </Button>
      </Tooltip>
      {asked && <BatchDialog {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function obstacleOf(count: number | undefined): 'none' | 'tooMany' | undefined {
  if (count === 0) return 'none';
  return count !== undefined && count > BATCH_LIMIT ? 'tooMany' : undefined;
}
