import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CASE_STATUSES, type CaseListView, type CaseStatus } from '@lienthong/contracts';
import { OPEN_STATUSES } from '../../api/case-filters';
import { formatCount } from '../../format/numbers';
import classes from './cases.module.css';
import { type CaseAddress } from './use-case-address';

interface StatusTabsProps {
  readonly address: CaseAddress;
  /** Absent until there is an answer. */
  readonly byStatus: CaseListView['byStatus'] | undefined;
}

/** The statuses with how many cases each would bring; links, so that they can be opened beside each other. */
export function StatusTabs({ address, byStatus }: StatusTabsProps) {
  const { t } = useTranslation('cases');
  const chosen = (address.filters.status ?? []).join();
  const count = (statuses: readonly CaseStatus[]): string =>
    byStatus ? formatCount(statuses.reduce((sum, status) => sum + byStatus[status], 0)) : '–';
  const tabs = [
    { label: t('tabs.all'), status: undefined, count: count(CASE_STATUSES) },
    { label: t('tabs.open'), status: OPEN_STATUSES, count: count(OPEN_STATUSES) },
    ...CASE_STATUSES.map((status) => ({
      label: t(`common:status.${status}`),
      status: [status],
      count: count([status]),
    })),
  ];
  return (
    <nav aria-label={t('tabs.label')}>
      <ul className={classes['tabs']}>
        {tabs.map(({ label, status, count: shown }) => (
          <li key={label}>
            <Link
              className={classes['tab']}
              to={address.pathOf({ status })}
              replace
              preventScrollReset
              aria-current={chosen === (status ?? []).join() ? 'true' : undefined}
            >
              {label} <span className={classes['count']}>{shown}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
