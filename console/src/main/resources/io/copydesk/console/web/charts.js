import uPlot from './uPlot.js';
import { h } from './dom.js';
import { number } from './format.js';

// Drawn on a canvas, so colours are read from the style sheet, and again when the scheme changes.
const dark = matchMedia('(prefers-color-scheme: dark)');

const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'short' });

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Times of the axis in the reader's own zone; the day where it begins. */
function clock(chart, times, axis, space, step) {
  return times.map(time => {
    const at = new Date(time * 1000);
    const midnight = at.getHours() === 0 && at.getMinutes() === 0;
    return step >= 86400 || midnight ? at.getDate() + ' ' + MONTHS.format(at) : String(at.getHours()).padStart(2, '0') + ':' + String(at.getMinutes()).padStart(2, '0');
  });
}

/**
 * A plot in a figure with a caption; its numbers are in a table for those who cannot see it.
 *
 * @param caption what it shows
 * @param series [{ name, colour: '--name of a colour' }]
 */
export function plot(caption, series, { height = 190, step = false } = {}) {
  const place = h('div.plot', { 'aria-hidden': 'true' });
  const table = h('table.hidden', {});
  const figure = h('figure', {}, h('figcaption', {}, caption), place, table);
  let chart = null;
  let data = [[], ...series.map(() => [])];
  const draw = () => {
    chart?.destroy();
    const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '12px system-ui' };
    chart = new uPlot({
      width: Math.max(200, place.clientWidth),
      height,
      cursor: { drag: { x: false, y: false }, y: false, points: { size: 6 } },
      legend: { live: true },
      scales: { y: { range: (u, min, max) => [0, Math.max(1, max * 1.1)] } },
      axes: [{ ...axis, values: clock, space: 70 }, { ...axis, size: 46, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000, 1_000_000] }],
      series: [{ value: '{D} {MMM} {HH}:{mm}' }, ...series.map(one => ({
        label: one.name, stroke: colour(one.colour), width: 2, points: { show: false },
        paths: step ? uPlot.paths.stepped({ align: 1 }) : undefined, value: (u, value) => value === null ? '–' : number(value),
      }))],
    }, data, place);
  };
  const resize = new ResizeObserver(() => chart?.setSize({ width: Math.max(200, place.clientWidth), height }));
  return {
    figure,
    begin() {
      draw();
      resize.observe(place);
      dark.addEventListener('change', draw);
    },
    end() {
      resize.disconnect();
      dark.removeEventListener('change', draw);
      chart?.destroy();
      chart = null;
    },
    /** @param times epoch seconds, @param values a list for each series */
    set(times, values) {
      data = [times, ...values];
      chart?.setData(data);
      table.replaceChildren(
        h('caption', {}, caption),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Series'), h('th', { scope: 'col' }, 'Sum'), h('th', { scope: 'col' }, 'Most'))),
        h('tbody', {}, series.map((one, i) => h('tr', {}, h('th', { scope: 'row' }, one.name),
          h('td', {}, number(values[i].reduce((a, b) => a + b, 0))), h('td', {}, number(Math.max(0, ...values[i])))))));
    },
  };
}
