import { useQuery } from '@tanstack/react-query';
import { type CalendarView } from '@lienthong/contracts';
import { get } from './client';

/** Holidays and worked Saturdays; undefined until they are known. */
export function useCalendar(): CalendarView | undefined {
  const { data } = useQuery({
    queryKey: ['static', 'calendar'],
    queryFn: ({ signal }) => get<CalendarView>('/v1/operations/calendar', {}, signal),
    staleTime: Infinity,
  });
  return data;
}
