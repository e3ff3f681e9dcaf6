import { ScrollArea, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES, type CaseDetail, PROCEDURE_NAMES } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { LATE_TEXT } from '../../components/tones';
import { formatInstant } from '../../format/instants';
import { speaks } from '../../i18n/i18n';

/** The case's procedures: who works each, how it stands, until when. */
export function ProceduresTable({ procedures }: { readonly procedures: CaseDetail['case']['procedures'] }) {
  const { t } = useTranslation('case');
  const places = usePlaces();
  return (
    <Panel title={t('procedures')}>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('procedures') }}>
        <Table miw={720}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('timeline.procedure')}</Table.Th>
              <Table.Th>{t('agency')}</Table.Th>
              <Table.Th>{t('status')}</Table.Th>
              <Table.Th>{t('timeline.dueAt')}</Table.Th>
              <Table.Th>{t('finished')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {procedures.map((one) => (
              <Table.Tr key={one.procedure}>
                <Table.Td>{PROCEDURE_NAMES[one.procedure][speaks()]}</Table.Td>
                <Table.Td>
                  {AGENCY_NAMES[one.agency][speaks()]}
                  <Text size="xs" c="dimmed">
                    {places.name(one.office)}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <StatusBadge status={one.status} />
                  {one.reason && (
                    <Text size="xs" c="dimmed" mt={2}>
                      {one.reason[speaks()]}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{one.dueAt === undefined ? '–' : formatInstant(one.dueAt)}</Table.Td>
                <Table.Td>
                  {one.finishedAt === undefined ? '–' : formatInstant(one.finishedAt)}
                  {one.onTime !== undefined && (
                    <Text size="xs" c={one.onTime ? 'dimmed' : LATE_TEXT}>
                      {t(one.onTime ? 'onTime' : 'late')}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Panel>
  );
}
