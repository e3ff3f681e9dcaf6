import { type EChartsOption } from 'echarts';
import { bi } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { type Bilingual } from '../names';
import { type Colour } from './palette';
import { renderSvg } from './render-svg';

const WIDE = 912;
const NARROW = 350;

export type Mark = 'line' | 'dashed' | 'area' | 'dot' | 'diamond' | 'tick';

/** What a colour or a sign in a chart means. */
export interface LegendEntry {
  readonly name: Bilingual;
  readonly colour: Colour;
  readonly mark: Mark;
}

export interface Chart {
  readonly title: Bilingual;
  /** What the chart shows, in a sentence with figures: for those who cannot see it. */
  readonly alternative: string;
  readonly legend?: readonly LegendEntry[];
  readonly height: number;
  readonly option: EChartsOption;
}

/** A chart with its title and legend, drawn once for wide pages and once for narrow ones. */
export function chart({ title, alternative, legend, height, option }: Chart): Markup {
  return html`<figure>
    <figcaption>${bi(title)}</figcaption>
    ${legend && legend.length > 1 ? legendOf(legend) : undefined}
    <div role="img" aria-label="${title.vi}. ${alternative}">
      <div class="wide" aria-hidden="true">${renderSvg(option, WIDE, height)}</div>
      <div class="narrow" aria-hidden="true">${renderSvg(option, NARROW, height)}</div>
    </div>
  </figure>`;
}

function legendOf(entries: readonly LegendEntry[]): Markup {
  return html`<ul class="legend">
    ${entries.map(
      ({ name, colour, mark }) =>
        html`<li>
          <span class="swatch ${mark}" style="color:${colour}" aria-hidden="true"></span>${bi(name)}
        </li>`,
    )}
  </ul>`;
}
