import { Box, useComputedColorScheme } from '@mantine/core';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

echarts.use([
  BarChart,
  LineChart,
  HeatmapChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  MarkLineComponent,
  VisualMapComponent,
  DataZoomComponent,
  AriaComponent,
  SVGRenderer,
]);

interface ChartProps {
  readonly option: echarts.EChartsCoreOption;
  /** px. */
  readonly height?: number;
  /** What the chart shows, for those who do not see it. Its figures must also stand somewhere as text. */
  readonly label: string;
}

/** A chart that fits its place, follows the appearance, and draws no animation where none is wanted. */
export function Chart({ option, height = 260, label }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    if (!box.current) return;
    const chart = echarts.init(box.current, scheme === 'dark' ? 'dark' : undefined, { renderer: 'svg' });
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.setOption({
      backgroundColor: 'transparent',
      animation: !still,
      textStyle: { fontFamily: 'Be Vietnam Pro, system-ui, sans-serif' },
      ...option,
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, scheme]);
  return <Box ref={box} h={height} w="100%" role="img" aria-label={label} />;
}
