import { Anchor, Badge, Stack, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type CaseDetail } from '@lienthong/contracts';
import { get } from '../../api/client';
import { Page } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { oneOf, useUrlState } from '../../components/use-url-state';
import { IncidentList } from '../incidents/incident-list';
import { RemarksNote } from '../../components/remarks-note';
import { EmptyState } from '../../components/states';
import { ActionBar } from './actions/action-bar';
import { CaseBadges, CaseFacts } from './case-head';
import { DossierPanel } from './dossier/dossier-panel';
import { type Revealed } from './dossier/revealed';
import { MessagesPanel } from './messages-panel';
import { OwnerNote } from './owner-note';
import { PromisesPanel } from './promises-panel';
import { ProceduresTable } from './procedures-table';
import { StatechartPanel } from './statechart/statechart-panel';
import { ClocksPanel } from './timeline/clocks-panel';
import { HistoryList } from './timeline/history-list';
import { TimelineChart } from './timeline/timeline-chart';

const TABS = ['progress', 'chart', 'dossier', 'messages', 'incidents'] as const;
type Tab = (typeof TABS)[number];

/** Một hồ sơ: how it stands and why, what happened, and what can be done about it. */
export function Component() {
  const { dossierNumber = '' } = useParams();
  return <CasePage key={dossierNumber} dossierNumber={dossierNumber} />;
}

function CasePage({ dossierNumber }: { readonly dossierNumber: string }) {
  const { t } = useTranslation('case');
  const detail = useQuery({
    queryKey: ['cases', 'one', dossierNumber],
    queryFn: ({ signal }) =>
      get<CaseDetail>(`/v1/operations/cases/${encodeURIComponent(dossierNumber)}`, {}, signal),
  });
  return (
    <Stack gap="xs">
      <Anchor component={Link} to="/cases" size="sm" style={{ alignSelf: 'flex-start' }}>
        <IconArrowLeft size={14} style={{ verticalAlign: -2 }} aria-hidden /> {t('back')}
      </Anchor>
      <Page
        title={dossierNumber}
        subtitle={detail.data && <CaseBadges detail={detail.data} />}
        actions={detail.data && <ActionBar detail={detail.data} />}
      >
        <QueryView query={detail}>{(shown) => <CaseBody detail={shown} />}</QueryView>
      </Page>
    </Stack>
  );
}

function CaseBody({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('case');
  const [query, change] = useUrlState();
  const [revealed, setRevealed] = useState<Revealed>();
  const tab = oneOf(TABS, query.get('tab')) ?? 'progress';
  const count = detail.incidents.length;
  return (
    <>
      <OwnerNote detail={detail} />
      <RemarksNote remarks={detail.case.remarks} />
      <CaseFacts detail={detail} />
      <Tabs
        value={tab}
        onChange={(chosen) => change({ tab: chosen === 'progress' ? undefined : (chosen ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('tabs.label')} style={{ flexWrap: 'nowrap', overflowX: 'auto' }}>
          {TABS.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              {...(one === 'incidents' && count > 0 && { rightSection: <IncidentCount count={count} /> })}
            >
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <TabBody tab={tab} detail={detail} revealed={revealed} onReveal={setRevealed} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function IncidentCount({ count }: { readonly count: number }) {
  return (
    <Badge size="sm" circle color="red.8">
      {count}
    </Badge>
  );
}

interface TabBodyProps {
  readonly tab: Tab;
  readonly detail: CaseDetail;
  readonly revealed: Revealed | undefined;
  readonly onReveal: (revealed: Revealed | undefined) => void;
}

function TabBody({ tab, detail, revealed, onReveal }: TabBodyProps) {
  const { t } = useTranslation('case');
  switch (tab) {
    case 'progress':
      return (
        <Stack>
          <ClocksPanel clocks={detail.clocks} />
          <PromisesPanel promises={detail.case.promises} />
          <TimelineChart detail={detail} />
          <ProceduresTable procedures={detail.case.procedures} />
          <HistoryList entries={detail.timeline} />
        </Stack>
      );
    case 'chart':
      return <StatechartPanel saga={detail.saga} />;
    case 'dossier':
      return (
        <DossierPanel
          dossierNumber={detail.case.dossierNumber}
          dossier={detail.dossier}
          revealed={revealed}
          onReveal={onReveal}
        />
      );
    case 'messages':
      return <MessagesPanel messages={detail.messages} />;
    case 'incidents':
      return detail.incidents.length === 0 ? (
        <EmptyState title={t('incidents.empty')} />
      ) : (
        <IncidentList incidents={detail.incidents} />
      );
  }
}
