import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type CaseListView, type IncidentListView } from '@lienthong/contracts';
import { OPEN_STATUSES } from '../../api/case-filters';
import { get } from '../../api/client';

const SHOWN = 4;

/** Time alone makes cases late: so often, in real ms, the figures are asked for again though nothing happened. */
export const AGED_MS = 30_000;

export interface Latest {
  readonly incidents: UseQueryResult<IncidentListView>;
  readonly overdue: UseQueryResult<CaseListView>;
  /** Not overdue themselves, with a step that is. */
  readonly stepOverdue: UseQueryResult<CaseListView>;
}

/** The few incidents and late cases that stand on the overview. */
export function useLatest(): Latest {
  const incidents = useQuery({
    queryKey: ['incidents', 'overview'],
    queryFn: ({ signal }) => get<IncidentListView>('/v1/operations/incidents', { limit: SHOWN }, signal),
  });
  const overdue = useQuery({
    queryKey: ['paced', 'overview', 'overdue'],
    queryFn: ({ signal }) =>
      get<CaseListView>(
        '/v1/operations/cases',
        { status: OPEN_STATUSES, overdue: true, sort: 'appointment', limit: SHOWN },
        signal,
      ),
    refetchInterval: AGED_MS,
  });
  const stepOverdue = useQuery({
    queryKey: ['paced', 'overview', 'stepOverdue'],
    queryFn: ({ signal }) =>
      get<CaseListView>(
        '/v1/operations/cases',
        { status: OPEN_STATUSES, overdue: false, stepOverdue: true, sort: 'appointment', limit: SHOWN },
        signal,
      ),
    refetchInterval: AGED_MS,
  });
  return { incidents, overdue, stepOverdue };
}
