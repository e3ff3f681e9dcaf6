import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { download, type Query } from '../api/client';
import { notifyFailed } from './notify';

interface ExportButtonProps {
  readonly path: string;
  readonly query?: Query;
  /** Of the file that is saved. */
  readonly name: string;
  /** CSV unless it says otherwise. */
  readonly label?: string;
}

/** Saves everything of a selection as a file. */
export function ExportButton({ path, query = {}, name, label }: ExportButtonProps) {
  const { t } = useTranslation();
  const saving = useMutation({
    mutationFn: () => download(path, query, name),
    onError: (error) => notifyFailed(t('action.exportFailed'), error.message),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={saving.isPending}
      onClick={() => saving.mutate()}
    >
      {label ?? t('action.export')}
    </Button>
  );
}
