import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CaseSort } from '@lienthong/contracts';
import { type CaseFilters, selectionOf } from '../../api/case-filters';
import { download } from '../../api/client';
import { notifyFailed } from '../../components/notify';

interface ExportButtonProps {
  readonly filters: CaseFilters;
  readonly sort: CaseSort;
}

/** Every case of the filter as CSV. */
export function ExportButton({ filters, sort }: ExportButtonProps) {
  const { t } = useTranslation('cases');
  const saving = useMutation({
    mutationFn: () => download('/v1/operations/cases.csv', { ...selectionOf(filters), sort }, 'ho-so.csv'),
    onError: (error) => notifyFailed(t('export.failed'), error.message),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={saving.isPending}
      onClick={() => saving.mutate()}
    >
      {t('common:action.export')}
    </Button>
  );
}
