import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES, type CaseDetail } from '@lienthong/contracts';
import { Panel } from '../../components/panel';
import { formatInstant } from '../../format/instants';
import { speaks } from '../../i18n/i18n';

/** Every date that the applicant was given, where there was more than the receipt's, and which of them were not kept. */
export function PromisesPanel({ promises }: { readonly promises: CaseDetail['case']['promises'] }) {
  const { t } = useTranslation('case');
  if (promises.length < 2 && !promises.some(({ broken }) => broken)) return null;
  return (
    <Panel title={t('promises.title')}>
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {promises.map(({ promisedAt, dueAt, reason, agency, broken }) => (
          <li key={`${promisedAt} ${reason} ${agency ?? ''}`}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {formatInstant(dueAt)}
              </Text>
              {broken && (
                <Badge color="red.8" variant="filled" radius="sm" tt="none" size="sm">
                  {t('promises.broken')}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              {t(`promises.${reason}`, { agency: agency ? AGENCY_NAMES[agency][speaks()] : '' })}
              {' · '}
              {t('promises.promisedAt', { at: formatInstant(promisedAt) })}
            </Text>
          </li>
        ))}
      </Stack>
    </Panel>
  );
}
