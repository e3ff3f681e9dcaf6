import { type EChartsOption, init, setPlatformAPI } from 'echarts';
import { Markup } from '../html/markup';
import { textWidth } from './text-width';

setPlatformAPI({
  measureText: (text, font = '12px sans-serif') => ({ width: textWidth(text, font) }),
});

/**
 * A chart as SVG of its own, drawn without a browser. Namespaces, styles for the mouse, clipping and names that count the
 * charts drawn so far are left out: inside HTML nothing needs them, and the same chart is always the same text.
 */
export function renderSvg(option: EChartsOption, width: number, height: number): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return new Markup(inlined(chart.renderToSVGString({ useViewBox: true })));
  } finally {
    chart.dispose();
  }
}

function inlined(svg: string): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style>|<defs\b[\s\S]*?<\/defs>/g, '')
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>\n?/, '')
    .replace(
      / (?:xmlns(?::xlink)?|version|baseProfile|xml:space|pointer-events|class|ecmeta_\w+|clip-path)="[^"]*"/g,
      '',
    )
    .replace(/font-family:[^;"]*;?/g, '')
    .replace(/\n+/g, '\n');
}
