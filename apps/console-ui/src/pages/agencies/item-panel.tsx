import {
  ActionIcon,
  Anchor,
  Badge,
  CloseButton,
  Divider,
  Group,
  Paper,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CaseDetail } from '@lienthong/contracts';
import { get } from '../../api/client';
import { RemarksNote } from '../../components/remarks-note';
import { usePermission, useSession } from '../../session/session';
import { DecisionForm } from './decision-form';
import classes from './desk.module.css';
import { DossierPart } from './dossier-part';
import { ItemFacts } from './item-facts';
import { RecordPart } from './record-part';
import { isOnDesk, type WorkItem } from './work-items';

interface ItemPanelProps {
  readonly item: WorkItem;
  readonly onClose: () => void;
  readonly inDrawer: boolean;
  readonly onDecided: () => void;
}

/** One file from the desk: what it is, what it holds, and the decision. */
export function ItemPanel({ item, inDrawer, onClose, onDecided }: ItemPanelProps) {
  const { t } = useTranslation('agencies');
  const { agencyMode, principal } = useSession();
  const readsCases = usePermission('read-cases');
  const decides = usePermission('decide-work') && agencyMode === 'manual';
  const detail = useQuery({
    queryKey: ['cases', 'desk', item.id],
    queryFn: ({ signal }) => get<CaseDetail>(`/v1/operations/cases/${item.id}`, {}, signal),
  });
  return (
    <Paper
      component="section"
      aria-label={t('item.label')}
      withBorder={!inDrawer}
      bg={inDrawer ? 'transparent' : 'var(--surface)'}
      p="md"
      className={classes['panel'] ?? ''}
    >
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
              {readsCases ? (
                <Anchor component={Link} to={`/cases/${item.id}`} inherit>
                  {item.id}
                </Anchor>
              ) : (
                item.id
              )}
            </Title>
            <Group gap="xs" mt={4}>
              <Badge variant="default" radius="sm" tt="none">
                {t(`common:group.${item.procedureGroup}`)}
              </Badge>
              <Text size="sm" c="dimmed">
                {t(`status.${item.status}`)}
              </Text>
            </Group>
          </div>
          <Group gap={4} wrap="nowrap">
            {readsCases && (
              <ActionIcon
                component={Link}
                to={`/cases/${item.id}`}
                variant="subtle"
                size="lg"
                aria-label={t('item.open')}
                title={t('item.open')}
              >
                <IconExternalLink size={18} />
              </ActionIcon>
            )}
            <CloseButton size="lg" aria-label={t('item.close')} onClick={onClose} />
          </Group>
        </Group>
        <ItemFacts item={item} clocks={detail.data?.clocks ?? []} />
        <RemarksNote remarks={item.remarks} />
        <Divider />
        <DossierPart detail={detail} />
        {principal.roles.includes('officer') && item.decidedAt !== undefined && <RecordPart item={item} />}
        {decides && isOnDesk(item) && (
          <>
            <Divider />
            <DecisionForm item={item} onDecided={onDecided} />
          </>
        )}
        {decides && !isOnDesk(item) && (
          <Text size="sm" c="dimmed">
            {t('item.waiting')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
