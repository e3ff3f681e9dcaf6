import { useTranslation } from 'react-i18next';
import { selectionOf } from '../../api/case-filters';
import { ExportButton } from '../../components/export-button';
import { Page } from '../../components/page';
import { ErrorState, LoadingState } from '../../components/states';
import { usePermission } from '../../session/session';
import { ActiveFilters } from './active-filters';
import { BatchButton } from './batch-button';
import { CaseList } from './case-list';
import classes from './cases.module.css';
import { FilterPanel } from './filter-panel';
import { NoCases } from './no-cases';
import { SortMenu } from './sort-menu';
import { StatusTabs } from './status-tabs';
import { useCaseAddress } from './use-case-address';
import { useCases } from './use-cases';

/** Danh sách hồ sơ: found by filter, followed live, exported, and acted on together. */
export function Component() {
  const { t } = useTranslation('cases');
  const address = useCaseAddress();
  const cases = useCases(address.filters, address.sort);
  const runsBatches = usePermission('run-batches');
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <ExportButton
            path="/v1/operations/cases.csv"
            query={{ ...selectionOf(address.filters), sort: address.sort }}
            name="ho-so.csv"
          />
          {runsBatches && <BatchButton filters={address.filters} head={cases.head} />}
        </>
      }
    >
      <FilterPanel address={address} />
      <StatusTabs address={address} byStatus={cases.head?.byStatus} />
      <div className={classes['found']}>
        <ActiveFilters address={address} total={cases.head?.total} />
        <SortMenu address={address} />
      </div>
      {cases.head !== undefined && cases.rows.length > 0 && <CaseList cases={cases} address={address} />}
      {cases.head !== undefined && cases.rows.length === 0 && <NoCases address={address} />}
      {cases.head === undefined && cases.error === null && <LoadingState />}
      {cases.head === undefined && cases.error !== null && (
        <ErrorState error={cases.error} onRetry={cases.refresh} />
      )}
    </Page>
  );
}
