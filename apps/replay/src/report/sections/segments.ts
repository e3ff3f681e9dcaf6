import { AGENCY_NAMES, type LinkedAgencyId, type SegmentKind, SEGMENT_KINDS } from '@lienthong/contracts';
import { type Colour, PALETTE } from '../charts/palette';
import { stackedBars } from '../charts/stacked-bars';
import { decimal, percent } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { table } from '../html/table';
import { SEGMENT_NAMES } from '../names';
import { type ReplayReport } from '../replay-report';
import { type SegmentSummary } from '../../statistics';

const COLOURS: Readonly<Record<SegmentKind, Colour>> = {
  transit: PALETTE.fourth,
  queue: PALETTE.death,
  agency: PALETTE.birth,
  applicant: PALETTE.third,
};

/** Who holds a piece of work, and for how long. */
export function segments({ statistics }: ReplayReport): Markup | undefined {
  const all = statistics.segments;
  if (all.length === 0) return undefined;
  const agencies = [...new Set(all.map(({ agency }) => agency))];
  const find = (agency: LinkedAgencyId, kind: SegmentKind): SegmentSummary | undefined =>
    all.find((segment) => segment.agency === agency && segment.kind === kind);
  const hours = (agency: LinkedAgencyId, kind: SegmentKind): number =>
    find(agency, kind)?.meanWorkingHours ?? 0;
  return section(
    'segments',
    { vi: 'Thời gian nằm ở đâu', en: 'Where the time goes' },
    stackedBars({
      title: { vi: 'Giờ hành chính bình quân mỗi lượt', en: 'Mean office hours per piece of work' },
      alternative: agencies
        .map(
          (agency) =>
            `${AGENCY_NAMES[agency].vi}: ${SEGMENT_KINDS.map((kind) => `${SEGMENT_NAMES[kind].vi.toLowerCase()} ${decimal(hours(agency, kind), 2)}`).join(', ')} giờ.`,
        )
        .join(' '),
      unit: 'giờ hành chính',
      rows: agencies.map((agency) => shortName(agency)),
      parts: SEGMENT_KINDS.map((kind) => ({
        name: SEGMENT_NAMES[kind],
        colour: COLOURS[kind],
        values: agencies.map((agency) => hours(agency, kind)),
      })),
    }),
    table<LinkedAgencyId>(
      {
        vi: 'Giờ hành chính bình quân mỗi lượt; bên dưới: tỷ trọng trong tổng thời gian',
        en: 'mean office hours; below, share of all time',
      },
      [
        { head: { vi: 'Cơ quan', en: 'Agency' }, value: (agency) => bi(AGENCY_NAMES[agency]), text: true },
        ...SEGMENT_KINDS.map((kind) => ({
          head: SEGMENT_NAMES[kind],
          value: (agency: LinkedAgencyId) => figures(find(agency, kind)),
        })),
      ],
      agencies,
    ),
    html`<p class="note">
      Bình quân trên mọi lượt đã xong của cơ quan; các cơ quan làm song song nên không cộng được.
      <span class="en" lang="en"
        >Means over all ended work of the agency; agencies work side by side, so that they do not add
        up.</span
      >
    </p>`,
  );
}

function figures(segment: SegmentSummary | undefined): Markup {
  return segment
    ? html`${decimal(segment.meanWorkingHours, 2)}<br /><span class="en">${percent(segment.share)}</span>`
    : html`–`;
}

function shortName(agency: LinkedAgencyId): string {
  const names: Readonly<Record<LinkedAgencyId, string>> = {
    'civil-registry': 'Hộ tịch',
    residency: 'Cư trú',
    'health-insurance': 'Thẻ BHYT',
    'social-benefits': 'Trợ cấp',
  };
  return names[agency];
}
