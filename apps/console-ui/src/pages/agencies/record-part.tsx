import { Button, Code, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/client';
import { Facts } from '../../components/facts';
import { QueryView } from '../../components/query-view';
import { type WorkItem } from './work-items';

interface RecordView {
  readonly corrections: number;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What the agency holds of a decided dossier. It names people, so it is for the agency's own officers, when they ask. */
export function RecordPart({ item: { agency, id } }: { readonly item: WorkItem }) {
  const { t } = useTranslation('agencies');
  const [asked, setAsked] = useState(false);
  const record = useQuery({
    queryKey: ['cases', 'record', agency, id],
    queryFn: ({ signal }) => get<RecordView>(`/v1/agencies/${agency}/records/${id}`, {}, signal),
    enabled: asked,
  });
  if (!asked)
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('item.showRecord')}
      </Button>
    );
  return (
    <Stack gap="sm">
      <Title order={3} size="h6">
        {t('item.record')}
      </Title>
      <QueryView query={record}>
        {({ corrections, record: held }) => (
          <Facts
            facts={[
              { label: t('item.corrections'), value: corrections },
              ...Object.entries(held).map(([label, value]) => ({
                label,
                value: typeof value === 'string' ? value : <Code>{JSON.stringify(value)}</Code>,
              })),
            ]}
          />
        )}
      </QueryView>
    </Stack>
  );
}
