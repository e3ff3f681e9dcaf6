import { Alert, Drawer, Grid } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconRobot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type LinkedAgencyId, WORK_ITEM_STATUSES } from '@lienthong/contracts';
import { Page } from '../../components/page';
import { EmptyState } from '../../components/states';
import { oneOf, useUrlState } from '../../components/use-url-state';
import { useSession } from '../../session/session';
import { DeskFilters } from './desk-filters';
import { ItemPanel } from './item-panel';
import { desksOf } from './offices';
import { useWorkItems } from './use-work-items';
import { WorkList } from './work-list';
import { byDue, neighbourOf } from './work-items';

/** Bàn làm việc của cán bộ: what is on the desks, and, where officers decide, the decision. */
export function Component() {
  const { t } = useTranslation('agencies');
  const { principal, agencyMode } = useSession();
  const desks = desksOf(principal);
  const [query] = useUrlState();
  const agency = oneOf(desks, query.get('agency')) ?? desks[0];
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      {agencyMode === 'auto' && (
        <Alert color="gray" icon={<IconRobot aria-hidden />} title={t('mode.auto')}>
          {t('mode.autoHint')}
        </Alert>
      )}
      {agency ? <Desk agency={agency} /> : <EmptyState title={t('list.noDesk')} />}
    </Page>
  );
}

function Desk({ agency }: { readonly agency: LinkedAgencyId }) {
  const { t } = useTranslation('agencies');
  const [query, change] = useUrlState();
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const status =
    query.get('status') === 'all' ? undefined : (oneOf(WORK_ITEM_STATUSES, query.get('status')) ?? 'working');
  const office = query.get('office') ?? undefined;
  const work = useWorkItems({ agency, office, status });
  const items = (work.data?.pages.flatMap((page) => page.items) ?? []).sort(byDue);
  const opened = items.find(({ id }) => id === query.get('item'));
  const close = (): void => change({ item: undefined });
  const panel = opened && (
    <ItemPanel
      key={opened.id}
      item={opened}
      onClose={close}
      inDrawer={!wide}
      onDecided={() => change({ item: neighbourOf(items, opened.id)?.id })}
    />
  );
  return (
    <>
      <DeskFilters agency={agency} office={office} status={status} onChange={change} />
      <Grid gap="md">
        <Grid.Col span={wide ? 5 : 12}>
          <WorkList work={work} items={items} opened={opened?.id} withOffice={office === undefined} />
        </Grid.Col>
        {wide ? (
          <Grid.Col span={7}>
            {panel ?? <EmptyState title={t('item.none')}>{t('item.noneHint')}</EmptyState>}
          </Grid.Col>
        ) : (
          <Drawer.Root opened={panel !== undefined} onClose={close} position="right" size="lg">
            <Drawer.Overlay />
            <Drawer.Content aria-label={t('item.label')}>
              <Drawer.Body p={0}>{panel}</Drawer.Body>
            </Drawer.Content>
          </Drawer.Root>
        )}
      </Grid>
    </>
  );
}
