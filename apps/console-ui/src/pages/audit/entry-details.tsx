import { Code, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AuditEntry } from '@lienthong/contracts';
import { Facts } from '../../components/facts';
import { changesOf } from './entries';

/** What was so before and after, and the entry's place in the chain. */
export function EntryDetails({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const changes = changesOf(entry);
  return (
    <Stack gap="md" p="sm" bg="var(--canvas)" style={{ borderRadius: 'var(--mantine-radius-md)' }}>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('details.nothing')}
        </Text>
      ) : (
        <Table w="auto" verticalSpacing={4} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('details.field')}</Table.Th>
              <Table.Th>{t('details.before')}</Table.Th>
              <Table.Th>{t('details.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ name, before, after }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>{before ?? '–'}</Table.Td>
                <Table.Td>{before === after ? (after ?? '–') : <b>{after ?? '–'}</b>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Facts
        facts={[
          { label: t('details.operation'), value: <Code>{entry.operation}</Code> },
          { label: t('details.roles'), value: entry.roles.join(', ') },
          { label: t('details.hash'), value: <Code>{entry.hash}</Code> },
          { label: t('details.previous'), value: <Code>{entry.previousHash}</Code> },
        ]}
      />
    </Stack>
  );
}
