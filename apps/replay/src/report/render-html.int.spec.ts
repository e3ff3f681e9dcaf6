import { loadGeography } from '@lienthong/platform';
import { htmlFaults } from '../../test-support/html-faults';
import { inventedLatency, inventedReport, verified } from '../../test-support/invented-report';
import { plainReport, plainStatistics } from '../../test-support/plain-report';
import { RunTrack } from '../statistics';
import { renderComparison } from './compare/render-comparison';
import { renderHtml } from './render-html';
import { type KneeStep, type ReplayReport } from './replay-report';

const HOSTILE = `"><script src=x>alert('1')</script><img src=//evil onerror=1>`;

const latencies = inventedLatency(500, 12).summary();
const step = (offeredRate: number, verdict: KneeStep['verdict']): KneeStep => ({
  offeredRate,
  acceptedRate: offeredRate,
  p50Ms: 5,
  p99Ms: 50,
  lag: null,
  verdict,
});

/** A report with every section there is. */
function everything(): ReplayReport {
  return inventedReport(loadGeography(), {
    births: 300,
    deaths: 80,
    drive: 'http',
    latency: { answer: latencies, service: latencies, lateness: latencies, availability: latencies },
    http: {
      sent: 380,
      accepted: 379,
      refused429: 5,
      refused503: 1,
      refusedWaitMs: 9_000,
      retried: 2,
      lateSends: 3,
      failed: 1,
    },
    knee: { steps: [step(100, 'sustained'), step(200, 'latency')], knee: 100, bentFirst: 'latency' },
    verification: verified({
      verified: false,
      dossiers: 380,
      byStatus: { completed: 379 },
      expectedByStatus: { completed: 380 },
      faultCount: 1,
      faultCounts: { 'wrong-end': 1 },
      faults: [{ kind: 'wrong-end', dossierNumber: HOSTILE, message: HOSTILE }],
    }),
    options: { file: HOSTILE, [HOSTILE]: true },
    versions: { program: HOSTILE, node: '20', os: HOSTILE, cpu: HOSTILE, cores: 2, memoryBytes: 1 },
  });
}

const sections = (page: string): readonly (string | undefined)[] =>
  [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);

describe('the HTML report', () => {
  const page = renderHtml(everything());

  it('has a section for everything there is to say', () => {
    expect(sections(page)).toEqual([
      'verdict',
      'figures',
      'throughput',
      'latency',
      'http',
      'knee',
      'processing-time',
      'punctuality',
      'procedures',
      'agencies',
      'provinces',
      'months',
      'segments',
      'resources',
      'conditions',
    ]);
    expect(page).toContain('<html lang="vi">');
    expect([...page.matchAll(/<tr>\s*<th scope="row"[^>]*><span class="code">/g)]).toHaveLength(34);
  });

  it('is well formed', () => {
    expect(htmlFaults(page)).toEqual([]);
  });

  it('needs nothing but itself: no script, no address, nothing to load', () => {
    expect(page.replaceAll(/&(?:quot|lt|gt|amp|#39);[^<]*/g, '')).not.toMatch(
      /https?:|<script|<link|<img|url\(|@import|src=|onerror=/i,
    );
  });

  it('escapes whatever a report says', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.split('&quot;&gt;&lt;script src=x&gt;')).toHaveLength(8);
  });

  it('describes every chart in words, and draws it for wide and for narrow pages', () => {
    const charts = [...page.matchAll(/<div role="img" aria-label="([^"]+)"/g)].map(
      ([, label]) => label ?? '',
    );
    expect(charts.length).toBeGreaterThan(10);
    for (const label of charts) expect(label).toMatch(/\d/);
    expect(page.match(/<svg/g)).toHaveLength(2 * charts.length);
  });

  it('is the same text whenever it is rendered', () => {
    // Not toBe: a difference would be printed whole.
    expect(renderHtml(everything()) === page).toBe(true);
  });

  it('writes figures the Vietnamese way', () => {
    const many = plainReport({ verification: verified({ dossiers: 1_265_439 }) });
    expect(renderHtml(many)).toContain('Toàn bộ 1.265.439 hồ sơ');
  });

  it.each([
    ['no case', plainStatistics([]), ['verdict', 'figures', 'conditions']],
    [
      'one case',
      plainStatistics([2]),
      [
        'verdict',
        'figures',
        'processing-time',
        'punctuality',
        'procedures',
        'agencies',
        'provinces',
        'months',
        'segments',
        'conditions',
      ],
    ],
  ])('leaves out what it has no data for: %s', (_name, statistics, expected) => {
    const small = renderHtml(plainReport({ statistics, track: new RunTrack() }));
    expect(sections(small)).toEqual(expected);
    expect(htmlFaults(small)).toEqual([]);
    expect(small).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

describe('the HTML comparison', () => {
  const a = plainReport();
  const b = plainReport({
    seed: 64,
    statistics: plainStatistics([1, 5, 9]),
    options: { births: HOSTILE, deaths: 0 },
  });

  it('is well formed, escaped and loads nothing', () => {
    const page = renderComparison(a, b);
    expect(htmlFaults(page)).toEqual([]);
    expect(page).not.toMatch(/<script|<img|https?:|url\(/);
  });

  it('warns before it compares, and only where conditions differ', () => {
    expect(sections(renderComparison(a, b))).toEqual(['warnings', 'figures']);
    expect(sections(renderComparison(a, a))).toEqual(['figures']);
  });

  it('says what a colour says in a word, too', () => {
    const page = renderComparison(a, b);
    expect(page).toMatch(/<span class="bad">kém hơn<\/span>/);
    expect(page).toMatch(/\+\d+,\d%/);
    expect(renderComparison(a, a)).not.toMatch(/class="(?:bad|good)"/);
  });
});
