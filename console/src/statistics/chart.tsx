import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import styles from './chart.module.css';

export interface ChartProps {
  /** Of the bars, in order. */
  labels: readonly string[];
  values: readonly number[];
  spell: (value: number) => string;
}

/** Bars over time. All that it says stands in the table beside it, so readers who do not see it are spared it. */
export function Chart({ labels, values, spell }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const chart = new uPlot(
      optionsOf(element, { labels, values, spell }),
      [labels.map((_, at) => at), [...values]],
      element,
    );
    const observer = new ResizeObserver(() => {
      chart.setSize(roomIn(element));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [labels, values, spell]);
  return <div ref={host} className={styles.chart} aria-hidden="true" />;
}

function optionsOf(element: HTMLElement, { labels, values, spell }: ChartProps): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour('--muted'),
    font: `13px ${style.fontFamily}`,
    ticks: { stroke: colour('--line'), width: 1, size: 4 },
  };
  return {
    ...roomIn(element),
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false, range: () => [-0.6, labels.length - 0.4] },
      y: { range: (_, __, most) => [0, Math.max(4, Math.ceil(most * 1.12))] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 84,
        incrs: [1, 2, 3, 4, 6, 8, 12, 16, 26, 52],
        values: (_, places) => places.map((at) => labels[at] ?? ''),
      },
      {
        ...axis,
        grid: { stroke: colour('--line'), width: 1 },
        size: 44,
        space: 36,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000],
        values: (_, counts) => counts.map(spell),
      },
    ],
    series: [
      {},
      {
        fill: colour('--brand'),
        stroke: colour('--brand'),
        width: 0,
        points: { show: false },
        paths: uPlot.paths.bars?.({ size: [0.72, 56] }) ?? (() => null),
      },
    ],
    hooks: { draw: [(chart) => label(chart, values, { spell, colour: colour('--ink'), font: style.fontFamily })] },
  };
}

/** Pixels, without the frame around them. */
function roomIn(element: HTMLElement): { width: number; height: number } {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element);
  const both = (one: string, other: string): number => Number.parseFloat(one) + Number.parseFloat(other);
  return {
    width: element.clientWidth - both(paddingLeft, paddingRight),
    height: element.clientHeight - both(paddingTop, paddingBottom),
  };
}

/** Each bar says its figure, where there is room for it. */
function label(
  chart: uPlot,
  values: readonly number[],
  { spell, colour, font }: { spell: (value: number) => string; colour: string; font: string },
): void {
  const { ctx, bbox } = chart;
  const scale = globalThis.devicePixelRatio || 1;
  if (bbox.width / scale / values.length < 22) return;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.font = `${12 * scale}px ${font}`;
  ctx.textAlign = 'center';
  for (const [at, value] of values.entries()) {
    if (value === 0) continue;
    ctx.fillText(spell(value), chart.valToPos(at, 'x', true), chart.valToPos(value, 'y', true) - 5 * scale);
  }
  ctx.restore();
}
