import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES } from '@lienthong/contracts';
import { type CaseFilters, OPEN_STATUSES } from '../../api/case-filters';
import { usePlaces } from '../../api/places';
import { formatDay } from '../../format/instants';
import { speaks } from '../../i18n/i18n';
import { type FilterChange } from './use-case-address';

export interface FilterName {
  readonly name: keyof CaseFilters;
  /** In words. */
  readonly text: string;
  /** What takes it away. */
  readonly without: FilterChange;
}

/** Every filter in words. */
export function useFilterNames(filters: FilterChange): readonly FilterName[] {
  const { t } = useTranslation('cases');
  const places = usePlaces();
  const day = (text: string): string => formatDay(`${text}T00:00:00+07:00`);
  const text: { readonly [Name in keyof CaseFilters]-?: string | undefined } = {
    number: filters.number && `${t('filter.number')}: ${filters.number}`,
    status: filters.status && statusText(filters.status),
    procedureGroup: filters.procedureGroup && t(`common:group.${filters.procedureGroup}`),
    agency: filters.agency && AGENCY_NAMES[filters.agency][speaks()],
    province: filters.province && places.name(filters.province),
    commune: filters.commune && places.name(filters.commune),
    overdue:
      filters.overdue === undefined ? undefined : t(filters.overdue ? 'filter.overdue' : 'filter.notOverdue'),
    stepOverdue: filters.stepOverdue ? t('filter.stepOverdue') : undefined,
    promiseBroken: filters.promiseBroken ? t('filter.promiseBroken') : undefined,
    dueWithin: filters.dueWithin === undefined ? undefined : dueText(filters.dueWithin),
    policy: filters.policy && t(`common:policy.${filters.policy}`),
    incident: filters.incident ? t('filter.withIncident') : undefined,
    withoutOwner: filters.withoutOwner ? t('filter.withoutOwner') : undefined,
    from: filters.from && `${t('filter.filed')} ${t('filter.from', { day: day(filters.from) })}`,
    to: filters.to && `${t('filter.filed')} ${t('filter.to', { day: day(filters.to) })}`,
  };
  return (Object.keys(text) as (keyof CaseFilters)[]).flatMap((name) => {
    const shown = text[name];
    return shown ? [{ name, text: shown, without: { [name]: undefined } }] : [];
  });

  function statusText(status: NonNullable<CaseFilters['status']>): string {
    const names =
      status.join() === OPEN_STATUSES.join()
        ? t('tabs.open')
        : status.map((each) => t(`common:status.${each}`)).join(', ');
    return `${t('filter.status')}: ${names}`;
  }

  function dueText(workingDays: number): string {
    return workingDays === 0 ? t('filter.dueToday') : t('filter.dueWithin', { count: workingDays });
  }
}
