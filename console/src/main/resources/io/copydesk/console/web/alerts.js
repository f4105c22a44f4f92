import { address, get } from './api.js';
import { h } from './dom.js';
import { label, language, number, plural, when } from './format.js';
import { badge, chips, field, go, pager, searchForm, total } from './lists.js';
import { listen } from './live.js';

export async function page(parameters) {
  const found = await get('/api/alerts', parameters);
  const kinds = Object.entries(found.kinds).filter(([, count]) => count > 0);
  const stop = listen((name, data) => {
    if (name === 'arrived' && data.topics.alerts && !parameters.page) {
      go(location.pathname + location.search, { replace: true });
    }
  });
  return {
    title: 'Alerts',
    content: [
      h('h1', {}, 'Alerts'),
      h('p.lead', {}, 'What the rules of the role alerts asked to be told of, the newest first. Each is told once. ', h('a', { href: '/alert-rules' }, 'Rules')),
      rules(found.rules, parameters),
      kinds.length > 0 && chips('Kind', '/alerts', parameters, 'kind', kinds),
      searchForm('/alerts', [field('q', 'Words of the headline, or that were found', parameters, { type: 'search' }),
        ['rule', 'kind'].map(name => parameters[name] && h('input', { type: 'hidden', name, value: parameters[name] }))]),
      h('p.hint', {}, total(found, 'alert'), parameters.rule && [' of the rule ' + parameters.rule + ' · ', h('a', { href: '/alerts' }, 'all')]),
      found.items.length > 0 ? h('ol.items', {}, found.items.map(item)) : h('p', {}, found.rules.length === 0 ? 'Nothing was told yet.' : 'No alert fits.'),
      pager('/alerts', parameters, found),
    ],
    end: stop,
  };
}

function rules(list, parameters) {
  if (list.length === 0) {
    return null;
  }
  return h('table', {}, h('caption.hidden', {}, 'By rule'),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Rule'), h('th.number', { scope: 'col' }, 'Alerts'))),
    h('tbody', {}, list.map(({ rule, count }) => h('tr', {},
      h('td', {}, h('a', { href: address('/alerts', { rule }), 'aria-current': parameters.rule === rule ? 'true' : null }, rule)),
      h('td.number', {}, number(count))))));
}

/** Where what is told of can be looked at; null when it has no page. */
function target(alert) {
  if (alert.article) {
    return address('/article', { id: alert.article });
  }
  if (alert.story) {
    return address('/story', { id: alert.story });
  }
  if (alert.feed) {
    return address('/feed', { url: alert.feed });
  }
  return alert.stage ? address('/dead-letters', { stage: alert.stage, reason: alert.reason }) : null;
}

function item(alert) {
  const to = target(alert);
  return h('li.item', {},
    h('p.item-title', {}, to ? h('a', { href: to, lang: alert.language }, alert.headline) : alert.headline),
    h('p.meta', {}, badge(alert.kind === 'suppressed' ? 'warn' : 'reason', label(alert.kind)),
      h('a', { href: address('/alerts', { rule: alert.rule }) }, alert.rule), when(alert.raised),
      alert.site && h('a', { href: address('/articles', { site: alert.site }) }, alert.site),
      alert.language && h('span', {}, language(alert.language)),
      alert.sites && h('span', {}, plural(alert.sites, 'site')),
      alert.since && h('span', {}, 'silent since ', when(alert.since)),
      alert.matched.length > 0 && h('span', {}, alert.matched.join(', '))));
}
