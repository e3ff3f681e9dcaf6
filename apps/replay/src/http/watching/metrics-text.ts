/** What the replay reads of a target's `/metrics`. Figures that are not exported are left out. */
export interface TargetFigures {
  /** Messages on the bus that some consumer has still to take. */
  readonly backlog?: number;
  readonly rssBytes?: number;
  /** CPU time of the process since its start (ms). */
  readonly cpuMs?: number;
  /** Cases that came to their end since the process started. */
  readonly finishedCases?: number;
}

const SOURCES = {
  lienthong_bus_backlog_messages: 'backlog',
  lienthong_bus_lag_messages: 'backlog',
  process_resident_memory_bytes: 'rssBytes',
  process_cpu_seconds_total: 'cpuMs',
  lienthong_cases_finished_total: 'finishedCases',
} as const satisfies Readonly<Record<string, keyof TargetFigures>>;

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{.*\})? (\S+)/;

/** Reads the Prometheus text format; figures with several labels are added up. */
export function readMetrics(text: string): TargetFigures {
  const figures: { -readonly [name in keyof TargetFigures]: number } = {};
  for (const line of text.split('\n')) {
    const match = SAMPLE.exec(line);
    const name = match?.[1];
    if (name === undefined || !isKnown(name)) continue;
    const value = Number(match?.[2]);
    if (!Number.isFinite(value)) continue;
    const figure = SOURCES[name];
    figures[figure] = (figures[figure] ?? 0) + (figure === 'cpuMs' ? value * 1_000 : value);
  }
  return figures;
}

function isKnown(name: string): name is keyof typeof SOURCES {
  return Object.hasOwn(SOURCES, name);
}
