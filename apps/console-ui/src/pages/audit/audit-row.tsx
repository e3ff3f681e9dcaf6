import { ActionIcon, Anchor, Group, Table, Text } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronRight,
  IconCircleCheck,
  IconCircleX,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AuditEntry } from '@lienthong/contracts';
import { usePermission } from '../../session/session';
import { formatDay, formatTime } from '../../format/instants';
import { targetOf } from './entries';

interface AuditRowProps {
  readonly entry: AuditEntry;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

const MARKS = { begun: IconPlayerPlay, done: IconCircleCheck, failed: IconCircleX } as const;
const COLORS = { begun: 'gray', done: 'green', failed: 'red' } as const;

export function AuditRow({ entry, opened, onToggle }: AuditRowProps) {
  const { t } = useTranslation('audit');
  const { number, at, actor, roles, action, reason, outcome } = entry;
  const Mark = MARKS[outcome];
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={t('details.show', { number })}
            aria-expanded={opened}
            onClick={onToggle}
          >
            <Chevron size={16} />
          </ActionIcon>
          {number}
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {formatDay(at)}
        <Text size="xs" c="dimmed">
          {formatTime(at)}
        </Text>
      </Table.Td>
      <Table.Td>
        {actor}
        <Text size="xs" c="dimmed">
          {roles.join(', ')}
        </Text>
      </Table.Td>
      <Table.Td>{t(`action.${action}`, { defaultValue: action })}</Table.Td>
      <Table.Td maw={230} style={{ overflowWrap: 'anywhere' }}>
        <TargetLink entry={entry} />
      </Table.Td>
      <Table.Td maw={280} style={{ overflowWrap: 'anywhere' }}>
        {reason}
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Mark size={16} color={`var(--mantine-color-${COLORS[outcome]}-7)`} aria-hidden />
          <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
            {t(`outcome.${outcome}`)}
          </Text>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function TargetLink({ entry }: { readonly entry: AuditEntry }) {
  const readsCases = usePermission('read-cases');
  const { text, to } = targetOf(entry);
  if (to === undefined || !readsCases)
    return (
      <Text size="sm" lineClamp={1} title={text}>
        {text}
      </Text>
    );
  return (
    <Anchor component={Link} to={to} size="sm">
      {text}
    </Anchor>
  );
}
