import { Anchor, Group, Paper, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBuildingBank,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleMinus,
  IconCircleX,
  IconHandStop,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AGENCY_NAMES, type CaseDetail, type CaseStatus } from '@lienthong/contracts';
import { formatInstant } from '../../format/instants';
import { speaks } from '../../i18n/i18n';
import { waitsFor } from './waits-for';

/** Who holds the case now, until when, and why it waits. */
export function OwnerNote({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('case');
  const { owner, incidents } = detail;
  const agency = owner?.agency ? AGENCY_NAMES[owner.agency][speaks()] : '';
  const { until, reason } = waitsFor(detail);
  const look = owner ? LOOKS[owner.kind] : (ENDED[detail.case.status] ?? COMPLETED);
  const Icon = look.icon;
  const facts = [
    ...(until === undefined ? [] : [t('owner.until', { at: formatInstant(until) })]),
    ...(reason ? [t('owner.reason', { reason: reason[speaks()] })] : []),
  ];
  return (
    <Paper withBorder bg="var(--surface)" px="md" py="xs" role="status" style={{ borderColor: look.color }}>
      <Group wrap="nowrap" gap="sm">
        <Icon size={22} color={look.color} style={{ flexShrink: 0 }} aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {t(owner ? `owner.${owner.kind}` : `owner.ended.${endOf(detail.case.status)}`, {
              agency,
              error: incidents[0]?.error ?? '',
            })}
          </Text>
          {facts.length > 0 && <Text size="sm">{facts.join(' · ')}</Text>}
          {owner?.kind === 'incident' && (
            <Anchor component={Link} to="?tab=incidents" size="sm" underline="always">
              {t('owner.toIncidents')}
            </Anchor>
          )}
        </div>
      </Group>
    </Paper>
  );
}

const LOOKS = {
  agency: { color: 'var(--mantine-color-blue-6)', icon: IconBuildingBank },
  applicant: { color: 'var(--mantine-color-orange-7)', icon: IconUserQuestion },
  incident: { color: 'var(--mantine-color-red-6)', icon: IconAlertTriangle },
  nobody: { color: 'var(--mantine-color-red-6)', icon: IconAlertTriangle },
} as const;

const COMPLETED = { color: 'var(--mantine-color-green-7)', icon: IconCircleCheck } as const;

/** How a case that rests has ended, other than with all its results. */
const ENDED: Readonly<
  Partial<Record<CaseStatus, { readonly color: string; readonly icon: typeof IconCircleX }>>
> = {
  'partially-completed': { color: 'var(--mantine-color-teal-7)', icon: IconCircleHalf2 },
  refused: { color: 'var(--mantine-color-red-6)', icon: IconCircleX },
  withdrawn: { color: 'var(--mantine-color-grape-6)', icon: IconArrowBackUp },
  stopped: { color: 'var(--mantine-color-pink-6)', icon: IconHandStop },
  cancelled: { color: 'var(--mantine-color-gray-6)', icon: IconCircleMinus },
};

function endOf(
  status: CaseStatus,
): 'completed' | 'partially-completed' | 'refused' | 'withdrawn' | 'stopped' | 'cancelled' {
  switch (status) {
    case 'partially-completed':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
    case 'cancelled':
      return status;
    default:
      return 'completed';
  }
}
