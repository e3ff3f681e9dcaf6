import { Group, Stack, Text, Title } from '@mantine/core';
import { type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseDetail, PROCEDURE_NAMES } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { Facts } from '../../components/facts';
import { QueryView } from '../../components/query-view';
import { StatusBadge } from '../../components/status-badge';
import { speaks } from '../../i18n/i18n';
import { dossierFacts } from './dossier-facts';

/** What the applicant filed, masked, and what the other agencies have come to. */
export function DossierPart({ detail }: { readonly detail: UseQueryResult<CaseDetail> }) {
  const { t } = useTranslation('agencies');
  const { name } = usePlaces();
  return (
    <QueryView query={detail}>
      {({ dossier, case: { procedures } }) => (
        <Stack gap="sm">
          <Group justify="space-between" gap="xs">
            <Title order={3} size="h6">
              {t('item.dossier')}
            </Title>
            <Text size="xs" c="dimmed">
              {t('item.masked')}
            </Text>
          </Group>
          <Facts
            columns={3}
            facts={dossierFacts(dossier, name).map(({ name: label, value, word }) => ({
              label: t(`facts.${label}`),
              value: word ? t(`${word}.${value}`, { defaultValue: value }) : value,
            }))}
          />
          <Title order={3} size="h6">
            {t('item.procedures')}
          </Title>
          <Stack gap={6}>
            {procedures.map(({ procedure, status }) => (
              <Group key={procedure} justify="space-between" gap="xs">
                <Text size="sm">{PROCEDURE_NAMES[procedure][speaks()]}</Text>
                <StatusBadge status={status} />
              </Group>
            ))}
          </Stack>
        </Stack>
      )}
    </QueryView>
  );
}
