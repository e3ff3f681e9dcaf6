import { useQuery } from '@tanstack/react-query';
import { type PlacesView } from '@lienthong/contracts';
import { get } from './client';

interface Places {
  readonly provinces: PlacesView['provinces'];
  readonly communes: PlacesView['communes'];
  /** The name of a commune or a province; its code where it is not known. */
  readonly name: (code: string) => string;
}

/** Provinces and communes by code. */
export function usePlaces(): Places {
  const { data } = useQuery({
    queryKey: ['static', 'places'],
    queryFn: () => loadPlaces(),
    staleTime: Infinity,
  });
  return data ?? NOWHERE;
}

const NOWHERE: Places = { provinces: [], communes: [], name: (code) => code };

async function loadPlaces(): Promise<Places> {
  const { provinces, communes } = await get<PlacesView>('/v1/operations/places');
  const names = new Map([
    ...provinces.map(({ code, name }) => [code, name] as const),
    ...communes.map(([code, name]) => [code, name] as const),
  ]);
  return { provinces, communes, name: (code) => names.get(code) ?? code };
}
