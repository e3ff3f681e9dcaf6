import { useEffect, useState } from 'react';
import { useSession } from './session';

const EVERY_MS = 10_000;

/** What the simulation's clock shows (epoch ms), to some ten seconds: enough to tell what is overdue. */
export function useSimulationNow(): number {
  const { clock } = useSession();
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const since = performance.now();
    const ticking = setInterval(() => setElapsed((performance.now() - since) * clock.speed), EVERY_MS);
    return () => {
      clearInterval(ticking);
      setElapsed(0);
    };
  }, [clock.now, clock.speed]);
  return Date.parse(clock.now) + elapsed;
}
