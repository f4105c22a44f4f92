import { get } from './api.js';
import { plot } from './charts.js';
import { fill, h } from './dom.js';
import { label, number, percent, plural, short } from './format.js';
import { articleItem, badge } from './lists.js';
import { know, listen } from './live.js';

// What a record in each topic means, in the order of the flow.
const STAGES = [
  ['fetch-outcomes', 'Fetched', 'requests', '--series-1', '/feeds'],
  ['ledger', 'Cleaned', 'inputs', '--series-2', '/articles'],
  ['enriched-articles', 'Enriched', 'articles written', '--series-3', '/articles?sort=arrived'],
  ['duplicates', 'Copies', 'relations written', '--series-4', '/duplicates'],
  ['revisions', 'Revisions', 'changes', '--series-5', '/articles?sort=arrived'],
  ['stories', 'Stories', 'stories written', '--series-6', '/stories'],
  ['dead-letters', 'Dead letters', 'refused', '--series-7', '/dead-letters'],
];
const PLOTTED = STAGES.filter(([topic]) => ['fetch-outcomes', 'ledger', 'enriched-articles', 'dead-letters'].includes(topic));
const MOST_SHOWN = 20;

export async function page() {
  let now = await get('/api/now');
  know(now);
  let paused = false;
  let missed = 0;
  let width = 'hour';

  const tiles = h('ul.tiles', {});
  const known = h('p.lead', {});
  const waiting = h('div', {});
  const ledger = h('div', {});
  const fetches = h('div', {});
  const newest = h('ol.items', { 'aria-label': 'Newest articles' }, now.newest.map(article => articleItem(article)));
  const empty = h('p.hint', {}, 'No article has arrived yet. ', h('a', { href: '/feeds' }, 'Feeds'), ' shows what is watched.');
  const chart = plot('Records by topic', PLOTTED.map(([, name, , colour]) => ({ name, colour })));
  const pause = h('button.quiet', { type: 'button', 'aria-pressed': 'false', onclick: () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', String(paused));
    if (!paused && missed > 0) {
      refreshNewest();
    }
    showPause();
  } }, 'Pause');

  function showPause() {
    fill(pause, paused ? missed > 0 ? 'Go on (' + number(missed) + ' new)' : 'Go on' : 'Pause');
  }

  async function refreshNewest() {
    missed = 0;
    const fresh = await get('/api/now');
    fill(newest, fresh.newest.map(article => articleItem(article)));
    empty.hidden = fresh.newest.length > 0;
  }

  function show() {
    fill(known, 'The topics hold ', h('a', { href: '/articles' }, plural(now.known.articles, 'article')), ' in ',
      h('a', { href: '/stories' }, plural(now.known.stories, 'story', 'stories')), ', ',
      h('a', { href: '/duplicates' }, plural(now.known.duplicates, 'copy', 'copies')), ' and ',
      h('a', { href: '/dead-letters' }, plural(now.known.deadLetters, 'dead letter')), '. ',
      h('a', { href: '/feeds' }, plural(now.known.feeds, 'feed')), now.known.feeds === 1 ? ' is watched.' : ' are watched.');
    fill(tiles, STAGES.map(stage => tile(stage, now)));
    fill(waiting, waitingList(now.waiting));
    fill(ledger, balance(now));
    fill(fetches, outcomes(now));
    draw();
  }

  function draw() {
    const step = width === 'hour' ? 60 : 15 * 60;
    const count = width === 'hour' ? 60 : 96;
    const end = Math.floor(now.at / 1000 / 60) * 60;
    const times = Array.from({ length: count }, (_, i) => end - (count - 1 - i) * step);
    chart.set(times, PLOTTED.map(([topic]) => rate(now, topic)[width]));
  }

  const range = h('div.switch', { role: 'group', 'aria-label': 'Time shown' }, [['hour', 'Last hour'], ['day', 'Last day']].map(([value, text]) =>
    h('button', { type: 'button', 'aria-pressed': String(value === width), onclick: event => {
      width = value;
      range.querySelectorAll('button').forEach(button => button.setAttribute('aria-pressed', String(button === event.target)));
      draw();
    } }, text)));

  empty.hidden = now.newest.length > 0;
  show();
  const stop = listen((name, data) => {
    if (name === 'now') {
      now = { ...now, ...data };
      show();
    } else if (name === 'again' && !paused) {
      refreshNewest();
    } else if (name === 'arrived' && data.articles.length > 0) {
      if (paused) {
        missed += data.topics['enriched-articles'] ?? 0;
        showPause();
        return;
      }
      const ids = new Set(data.articles.map(article => article.id));
      const old = [...newest.children].filter(item => !ids.has(item.dataset.id));
      const fresh = data.articles.map(article => marked(articleItem(article, { fresh: true }), article.id));
      newest.replaceChildren(...[...fresh, ...old].slice(0, MOST_SHOWN));
      empty.hidden = true;
    }
  });
  [...newest.children].forEach((item, i) => marked(item, now.newest[i].id));

  return {
    title: 'Now',
    content: [
      h('h1', {}, 'Now'), known, tiles,
      h('div.columns', {},
        h('section', {}, h('div.heading', {}, h('h2', {}, 'Newest articles'), pause), empty, newest),
        h('div', {},
          h('section', {}, h('div.heading', {}, h('h2', {}, 'Throughput'), range), chart.figure),
          h('section', {}, h('h2', {}, 'Ledger'), ledger),
          h('section', {}, h('h2', {}, 'Waiting'), waiting),
          h('section', {}, h('h2', {}, 'Fetches'), fetches))),
    ],
    begin() {
      chart.begin();
    },
    end() {
      stop();
      chart.end();
    },
  };
}

function marked(item, id) {
  item.dataset.id = id;
  return item;
}

function rate(now, topic) {
  return now.rates.find(one => one.topic === topic) ?? { hour: Array(60).fill(0), day: Array(96).fill(0) };
}

function tile([topic, name, unit, colour, href], now) {
  const { hour, day } = rate(now, topic);
  const sum = list => list.reduce((a, b) => a + b, 0);
  return h('li.tile', { 'data-topic': topic }, h('a', { href },
    h('span.tile-name', {}, name),
    h('span.tile-number', {}, short(hour.at(-2) + hour.at(-1))),
    h('span.tile-unit', {}, unit + ', last two minutes'),
    spark(hour, colour),
    h('span.tile-unit', {}, short(sum(hour)) + ' in the hour, ' + short(sum(day)) + ' in the day')));
}

/** Small bars of the last hour; the numbers are in the tile. */
function spark(values, colour) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 120 24');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'spark series' + colour.at(-1));
  svg.setAttribute('aria-hidden', 'true');
  const most = Math.max(1, ...values);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', values.map((value, i) => 'M' + (i * 2 + 1) + ' 24V' + (23.5 - 22 * value / most).toFixed(1)).join(''));
  svg.append(path);
  return svg;
}

function waitingList(waiting) {
  const entries = Object.entries(waiting);
  if (entries.length === 0) {
    return h('p.hint', {}, 'No service has read from these topics.');
  }
  return h('table', {}, h('caption.hidden', {}, 'Records that wait for each service'),
    h('tbody', {}, entries.map(([service, count]) => h('tr', {}, h('th', { scope: 'row' }, service === 'ingest' ? 'clean' : service),
      h('td.number', {}, number(count)), h('td', {}, count === 0 ? badge('good', 'nothing waits') : badge('plain', 'waiting'))))));
}

function balance(now) {
  const { article, unchanged, 'dead-letter': refused, firstVersions } = now.ledger;
  const all = article + unchanged + refused;
  if (all === 0) {
    return h('p.hint', {}, 'No input has ended yet.');
  }
  const missing = firstVersions - now.known.articles;
  const waits = Object.values(now.waiting).some(count => count > 0);
  const parts = [['article', 'versions of articles', article, 'good'], ['unchanged', 'repeat a known version', unchanged, 'plain'], ['dead-letter', 'refused', refused, 'bad']];
  return [
    h('p', {}, plural(all, 'input'), all === 1 ? ' has ended:' : ' have ended:'),
    h('ul.legend', {}, parts.map(([, text, count, kind]) =>
      h('li', {}, h('span.dot.' + kind, { 'aria-hidden': 'true' }), number(count) + ' ' + text + ' (' + percent(count / all) + ')'))),
    h('p', {}, missing <= 0 ? badge('good', 'balanced') : badge(waits || !now.caughtUp ? 'warn' : 'bad', waits || !now.caughtUp ? 'on its way' : 'not balanced'), ' ',
      'The ledger names ' + plural(firstVersions, 'article') + '; ' + number(now.known.articles) + (now.known.articles === 1 ? ' is' : ' are') + ' enriched.'),
  ];
}

function outcomes(now) {
  if (now.fetchesDay.length === 0) {
    return h('p.hint', {}, 'No request was made in the last day.');
  }
  const hour = new Map(now.fetchesHour.map(one => [key(one), one.count]));
  const good = new Set(['fetched', 'unchanged', 'not-modified']);
  return h('table', {}, h('caption.hidden', {}, 'Outcomes of requests'),
    h('thead', {}, h('tr', {}, ['Of', 'Result', 'Last hour', 'Last day'].map((text, i) => h('th' + (i > 1 ? '.number' : ''), { scope: 'col' }, text)))),
    h('tbody', {}, now.fetchesDay.slice(0, 14).map(one => h('tr', {},
      h('td', {}, one.target),
      h('td', {}, badge(good.has(one.result) ? 'good' : one.result === 'moved' ? 'plain' : 'warn', label(one.result)), ' ',
        good.has(one.result) ? null : h('span.hint', {}, label(one.reason))),
      h('td.number', {}, number(hour.get(key(one)) ?? 0)), h('td.number', {}, number(one.count))))));
}

function key(one) {
  return one.target + ' ' + one.result + ' ' + one.reason;
}
