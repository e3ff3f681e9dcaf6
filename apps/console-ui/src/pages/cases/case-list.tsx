import { Affix, Box, Button, Group, Paper, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowUp } from '@tabler/icons-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseCard } from './case-card';
import { CaseHead } from './case-head';
import { CaseTableRow } from './case-table-row';
import classes from './cases.module.css';
import { useKeepPlace } from './keep-place';
import { type CaseAddress } from './use-case-address';
import { type CasesQuery } from './use-cases';

/** px; rows are of one height, so that where a row stands is known without drawing it. */
const ROW = 54;
const CARD = 134;
/** The next page is asked for when so many rows are left. */
const AHEAD = 20;

interface CaseListProps {
  readonly cases: CasesQuery;
  readonly address: CaseAddress;
}

/** The cases as a table, or as cards where it would not fit; only what is in view is drawn. */
export function CaseList({ cases, address }: CaseListProps) {
  const { t } = useTranslation('cases');
  const table = useMediaQuery('(min-width: 77.5em)', true, { getInitialValueInEffect: false });
  const { rows, loadMore } = cases;
  const box = useRef<HTMLDivElement>(null);
  const height = table ? ROW : CARD;
  const keys = useMemo(() => rows.map(({ dossierNumber }) => dossierNumber), [rows]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: useTop(box),
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  useKeepPlace(box, keys, height, cases.list);
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) loadMore();
  }, [last, rows.length, loadMore]);
  return (
    <Paper withBorder bg="var(--surface)" className={cases.changing ? (classes['stale'] ?? '') : ''}>
      <div
        role={table ? 'table' : 'list'}
        aria-label={t('column.label')}
        aria-busy={cases.changing}
        {...(table && { 'aria-rowcount': (cases.head?.total ?? rows.length) + 1 })}
      >
        {table && <CaseHead address={address} />}
        <Box
          ref={box}
          className={classes['rows'] ?? ''}
          h={virtualizer.getTotalSize()}
          role={table ? 'rowgroup' : 'presentation'}
        >
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const place = { height, top: start - virtualizer.options.scrollMargin };
            return table ? (
              <CaseTableRow key={row.dossierNumber} row={row} index={index} place={place} />
            ) : (
              <CaseCard key={row.dossierNumber} row={row} index={index} place={place} />
            );
          })}
        </Box>
      </div>
      <Foot cases={cases} />
      {cases.still && <Standing refresh={cases.refresh} />}
    </Paper>
  );
}

function Foot({ cases }: { readonly cases: CasesQuery }) {
  const { t } = useTranslation('cases');
  return (
    <Group justify="center" p="sm" gap="sm" mih={56}>
      {cases.hasMore ? (
        <Button variant="subtle" size="xs" loading={cases.loadingMore} onClick={cases.loadMore}>
          {t('common:action.more')}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('list.end')}
        </Text>
      )}
    </Group>
  );
}

/** A list too long to follow what happens says so, and leads back to where it does. */
function Standing({ refresh }: { readonly refresh: () => void }) {
  const { t } = useTranslation('cases');
  return (
    <Affix position={{ bottom: 16, right: 16 }}>
      <Paper withBorder shadow="md" p="xs" bg="var(--surface)" role="status">
        <Group gap="sm">
          <Text size="sm">{t('list.still')}</Text>
          <Button
            size="xs"
            leftSection={<IconArrowUp size={14} aria-hidden />}
            onClick={() => {
              window.scrollTo({ top: 0 });
              refresh();
            }}
          >
            {t('list.refresh')}
          </Button>
        </Group>
      </Paper>
    </Affix>
  );
}

/** Where the rows begin on the page, px: what stands above them changes its height. */
function useTop(box: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (box.current) setTop(Math.round(box.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [box]);
  return top;
}
