import { Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditEntry } from '@lienthong/contracts';
import { AuditRow } from './audit-row';
import { EntryDetails } from './entry-details';

/** Entries, each with what changed when it is opened. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('audit');
  const [opened, setOpened] = useState<number>();
  return (
    <Table.ScrollContainer minWidth={920} scrollAreaProps={{ type: 'auto' }}>
      <Table verticalSpacing="xs" horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={88}>{t('column.number')}</Table.Th>
            <Table.Th>{t('column.at')}</Table.Th>
            <Table.Th>{t('column.actor')}</Table.Th>
            <Table.Th>{t('column.action')}</Table.Th>
            <Table.Th>{t('column.target')}</Table.Th>
            <Table.Th>{t('column.reason')}</Table.Th>
            <Table.Th>{t('column.outcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {entries.map((entry) => (
          <Table.Tbody
            key={entry.number}
            data-entry={entry.number}
            style={{ borderBottom: '1px solid var(--table-border-color)' }}
          >
            <AuditRow
              entry={entry}
              opened={opened === entry.number}
              onToggle={() => setOpened(opened === entry.number ? undefined : entry.number)}
            />
            {opened === entry.number && (
              <Table.Tr>
                <Table.Td colSpan={7}>
                  <EntryDetails entry={entry} />
                </Table.Td>
              </Table.Tr>
            )}
          </Table.Tbody>
        ))}
      </Table>
    </Table.ScrollContainer>
  );
}
