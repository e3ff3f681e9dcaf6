import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type IndicatorRow, type IndicatorsView } from '@lienthong/contracts';
import { Panel } from '../../components/panel';
import { oneOf, useUrlState } from '../../components/use-url-state';
import { IndicatorCells } from './indicator-cells';
import classes from './indicators.module.css';
import { useLabels } from './labels';
import { ROW_SORTS, type RowSort, scaleOf, sortRows } from './rows';
import { SortHead } from './sort-head';

/** Rows of the dimension; provinces ranked by their share on time, times newest first, the rest as the law lists them. */
export function IndicatorTable({ view }: { readonly view: IndicatorsView }) {
  const { t } = useTranslation('indicators');
  const { label } = useLabels();
  const [query, change] = useUrlState();
  const { by } = view;
  const sorting = query.get('sort') ?? initialSort(view);
  const descending = sorting.startsWith('-');
  const sort = oneOf(ROW_SORTS, sorting.replace('-', ''));
  const rows = sort ? sortRows(view.rows, sort, descending) : view.rows;
  const end = scaleOf(rows);
  const reference = by === 'policy' ? view.rows.find(({ key }) => key === 'nd63') : undefined;
  const head = (column: RowSort, text: string, numeric = true) => (
    <SortHead
      text={text}
      numeric={numeric}
      direction={sort !== column ? undefined : descending ? 'descending' : 'ascending'}
      onSort={() => change({ sort: sort === column && descending ? column : `-${column}` })}
    />
  );
  return (
    <Panel title={t('table')}>
      <Table.ScrollContainer minWidth={1060} scrollAreaProps={{ type: 'auto' }}>
        <Table verticalSpacing={7} horizontalSpacing="xs" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {by === 'province' && (
                <Table.Th className={classes['number'] ?? ''}>{t('column.rank')}</Table.Th>
              )}
              {head('key', t(`by.${by}`), false)}
              {head('ended', t('column.ended'))}
              {head('onTimeShare', t('column.onTime'))}
              <Table.Th>{t('column.time')}</Table.Th>
              {head('p50Ms', t('column.p50'))}
              {head('p90Ms', t('column.p90'))}
              <Table.Th className={classes['number'] ?? ''}>{t('column.p99')}</Table.Th>
              <Table.Th className={classes['number'] ?? ''}>{t('column.limit')}</Table.Th>
              <Table.Th className={classes['number'] ?? ''}>{t('column.applicant')}</Table.Th>
              {reference && (
                <Table.Th className={classes['number'] ?? ''}>
                  {t('column.against', { policy: label('policy', 'nd63') })}
                </Table.Th>
              )}
              {head('supplements', t('column.supplements'))}
              {head('refused', t('column.refused'))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row: IndicatorRow, index) => (
              <Table.Tr key={row.key}>
                {by === 'province' && <Table.Td className={classes['number'] ?? ''}>{index + 1}</Table.Td>}
                <Table.Th scope="row" fw={500} miw={150}>
                  {label(by, row.key)}
                </Table.Th>
                <IndicatorCells row={row} end={end} reference={reference} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t('bar.legend')}
      </Text>
    </Panel>
  );
}

function initialSort({ by }: IndicatorsView): string {
  if (by === 'province') return '-onTimeShare';
  return by === 'day' || by === 'week' || by === 'month' ? '-key' : '';
}
