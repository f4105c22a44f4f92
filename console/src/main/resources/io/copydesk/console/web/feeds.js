import { address, change, get, session } from './api.js';
import { h } from './dom.js';
import { label, number, plural, when } from './format.js';
import { action, articleItem, badge, chips, field, go, pager, searchForm, total } from './lists.js';

const GOOD = { ok: 'good', new: 'plain', distrusted: 'warn', failing: 'warn', dead: 'bad', retired: 'bad', disallowed: 'bad' };

function row(feed) {
  return h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: address('/feed', { url: feed.url }) }, feed.title || feed.url), feed.title && h('span.sub', {}, feed.url)),
    h('td', {}, badge(GOOD[feed.health] ?? 'plain', label(feed.health)),
      feed.silentSince && badge('warn', 'silent'), feed.pagesFailingSince && badge('warn', 'pages fail')),
    h('td.why', {}, feed.why),
    h('td', {}, when(feed.lastNewItem) ?? '–'),
    h('td', {}, when(feed.nextPoll) ?? '–'),
    h('td.number', {}, number(feed.items)));
}

function table(feeds) {
  return h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': 'Feeds' }, h('table.wide', {},
    h('thead', {}, h('tr', {}, ['Feed', 'Health', 'Reason for the next poll', 'Last new item', 'Next poll', 'Items'].map((text, i) => h('th' + (i === 5 ? '.number' : ''), { scope: 'col' }, text)))),
    h('tbody', {}, feeds.map(row))));
}

export async function list(parameters) {
  const [found, known] = await Promise.all([get('/api/feeds', parameters), session]);
  const healths = Object.entries(found.healths).filter(([, count]) => count > 0);
  const waiting = (found.notLookedAt ?? []).map(feed => ({ ...feed, health: 'new', why: 'not looked at yet', items: 0 }));
  return {
    title: 'Feeds',
    content: [
      h('h1', {}, 'Feeds'),
      searchForm('/feeds', [field('q', 'Title, address or reason', parameters, { type: 'search' }), parameters.health && h('input', { type: 'hidden', name: 'health', value: parameters.health })]),
      healths.length > 0 && chips('Health', '/feeds', parameters, 'health', healths),
      h('p.hint', {}, total(found, 'feed'), ' · ', h('a', { href: '/api/feeds.opml', download: 'copydesk-feeds.opml' }, 'as OPML')),
      waiting.length + found.items.length > 0 ? table([...waiting, ...found.items]) : h('p', {}, parameters.q || parameters.health ? 'No feed fits.' : 'No feed is watched.'),
      pager('/feeds', parameters, found),
      known.allowChanges ? h('section', {}, h('h2', {}, 'Watch more'), h('div.columns', {}, addForm(), importForm())) : readOnly(),
    ],
  };
}

function readOnly() {
  return h('p.hint', {}, 'The console only reads; with ', h('code', {}, 'console.allow-changes'), ' feeds can be added, polled and removed here.');
}

function addForm() {
  const url = h('input', { id: 'add-url', type: 'url', required: true, placeholder: 'https://site.example/feed.xml' });
  const category = h('input', { id: 'add-category' });
  const add = action('Add', async () => {
    const { url: kept } = await change('/api/feeds', { url: url.value, category: category.value });
    url.value = '';
    await untilKnown(kept);
    return ['Watching ', h('a', { href: address('/feed', { url: kept }) }, kept)];
  });
  return h('form.stack', { onsubmit: event => {
    event.preventDefault();
    add.querySelector('button').click();
  } }, h('h3', {}, 'One feed'), h('label', { for: 'add-url' }, 'Address of a feed or sitemap'), url, h('label', { for: 'add-category' }, 'Category'), category, add);
}

const TRIES = 20;
const PAUSE_MILLIS = 150;

/** Waits until the console has read the record that it wrote, so that the feed's page is there. */
async function untilKnown(url) {
  for (let i = 0; i < TRIES; i++) {
    try {
      await get('/api/feed', { url });
      return;
    } catch (problem) {
      if (problem.status !== 404) {
        throw problem;
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE_MILLIS));
    }
  }
}

function importForm() {
  const file = h('input', { id: 'opml', type: 'file', accept: '.opml,.xml' });
  return h('div.stack', {}, h('h3', {}, 'A list'), h('label', { for: 'opml' }, 'OPML file'), file, action('Import', async () => {
    if (!file.files[0]) {
      throw new Error('Choose a file first.');
    }
    const { added, refused } = await change('/api/feeds/opml', file.files[0]);
    return [plural(added, 'feed') + ' added', refused.length > 0 && h('ul', {}, refused.map(sentence => h('li', {}, sentence)))];
  }));
}

export async function one(parameters) {
  const [answer, known, articles] = await Promise.all([
    get('/api/feed', { url: parameters.url }), session, get('/api/articles', { feed: parameters.url, sort: 'arrived', size: 10 })]);
  const { status, subscription, polls } = answer;
  const url = parameters.url;
  return {
    title: status?.title || url,
    content: [
      h('p.crumb', {}, h('a', { href: '/feeds' }, 'Feeds')),
      h('h1', {}, status?.title || subscription?.title || url),
      h('dl.facts', {},
        fact('Address', h('a', { href: url }, url)),
        fact('Health', status ? [badge(GOOD[status.health] ?? 'plain', label(status.health)), status.failures > 0 && ' ' + plural(status.failures, 'failure') + ' in a row'] : 'not looked at yet'),
        fact('Next poll', status?.nextPoll && [when(status.nextPoll), ': ', status.why]),
        fact('Why', !status?.nextPoll && status?.why),
        fact('Last poll', status?.lastPoll && [when(status.lastPoll), status.httpStatus > 0 && ' (HTTP ' + status.httpStatus + ')']),
        fact('Last new item', when(status?.lastNewItem)),
        fact('Silent since', when(status?.silentSince)),
        fact('Pages fail since', when(status?.pagesFailingSince)),
        fact('Pushed until', when(status?.pushedUntil)),
        fact('Items', status && number(status.items) + ' in ' + plural(status.polls, 'poll')),
        fact('Category', subscription?.category),
        fact('Priority', subscription?.priority ?? status?.priority),
        fact('Named by', status?.index && h('a', { href: address('/feed', { url: status.index }) }, status.index))),
      known.allowChanges ? h('p.actions', {},
        action('Poll now', async () => {
          await change('/api/feeds/refresh', { url });
          return 'Asked; it is polled as soon as the pause of its host allows.';
        }),
        subscription && action('Remove', async () => {
          await change('/api/feeds/remove', { url });
          setTimeout(() => go('/feeds'), 1200);
          return 'Removed.';
        }, { kind: 'danger', confirm: 'Really remove it' })) : readOnly(),
      h('section', {}, h('h2', {}, 'Polls of the last day'), polls.length > 0 ? history(polls) : h('p.hint', {}, 'There was none.')),
      h('section', {}, h('div.heading', {}, h('h2', {}, 'Articles'), h('a', { href: address('/articles', { feed: url }) }, 'all ' + number(articles.total))),
        articles.items.length > 0 ? h('ol.items', {}, articles.items.map(article => articleItem(article))) : h('p.hint', {}, 'No article names this feed.')),
    ],
  };
}

function fact(name, value) {
  return value && h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

function history(polls) {
  const good = new Set(['fetched', 'unchanged', 'not-modified']);
  return h('table', {}, h('caption.hidden', {}, 'Polls'), h('thead', {}, h('tr', {}, ['When', 'Result', 'HTTP', 'Detail'].map(text => h('th', { scope: 'col' }, text)))),
    h('tbody', {}, [...polls].sort((a, b) => b.at - a.at).slice(0, 50).map(poll => h('tr', {}, h('td', {}, when(poll.at)),
      h('td', {}, badge(good.has(poll.result) ? 'good' : poll.result === 'moved' ? 'plain' : 'warn', label(poll.result))),
      h('td', {}, poll.status || '–'), h('td', {}, poll.location || label(poll.reason))))));
}
