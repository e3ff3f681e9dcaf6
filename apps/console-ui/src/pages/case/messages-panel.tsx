import { Badge, ScrollArea, Table, Text } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES, type MessageView } from '@lienthong/contracts';
import { Panel } from '../../components/panel';
import { EmptyState } from '../../components/states';
import { formatInstant } from '../../format/instants';
import { speaks } from '../../i18n/i18n';

/** The messages that the case sent and took, oldest first. */
export function MessagesPanel({ messages }: { readonly messages: readonly MessageView[] }) {
  const { t } = useTranslation('case');
  if (messages.length === 0) return <EmptyState title={t('messages.empty')} />;
  return (
    <Panel title={t('messages.title')}>
      <Text size="sm" c="dimmed">
        {t('messages.hidden')}
      </Text>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('messages.title') }}>
        <Table miw={760} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('messages.at')}</Table.Th>
              <Table.Th>{t('messages.direction')}</Table.Th>
              <Table.Th>{t('messages.type')}</Table.Th>
              <Table.Th>{t('agency')}</Table.Th>
              <Table.Th>{t('messages.id')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {messages.map((message) => (
              <MessageRow key={message.id} message={message} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Panel>
  );
}

function MessageRow({ message: { at, direction, type, agency, id } }: { readonly message: MessageView }) {
  const { t } = useTranslation('case');
  const Icon = direction === 'in' ? IconArrowDownLeft : IconArrowUpRight;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatInstant(at)}</Table.Td>
      <Table.Td>
        <Badge variant="default" radius="sm" tt="none" fw={500} leftSection={<Icon size={12} aria-hidden />}>
          {t(`messages.${direction}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Text size="sm" ff="monospace">
          {type}
        </Text>
      </Table.Td>
      <Table.Td>{agency && AGENCY_NAMES[agency][speaks()]}</Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed" ff="monospace">
          {id}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
