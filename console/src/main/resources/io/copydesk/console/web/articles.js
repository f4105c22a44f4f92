import { address, get } from './api.js';
import { fill, h } from './dom.js';
import { language, number } from './format.js';
import { articleItem, field, go, pager, searchForm, total } from './lists.js';
import { listen } from './live.js';

const FILTERS = ['site', 'feed', 'lang', 'story', 'speaker', 'access', 'from', 'to', 'withdrawn'];

export async function page(parameters) {
  const [found, values] = await Promise.all([get('/api/articles', parameters), get('/api/articles/values')]);
  const filtered = FILTERS.filter(name => parameters[name]);
  const fresh = h('p.fresh-note', { role: 'status' });
  let arrived = 0;
  const stop = listen((name, data) => {
    if (name === 'arrived' && data.topics['enriched-articles']) {
      arrived += data.topics['enriched-articles'];
      fill(fresh, h('button.quiet', { type: 'button', onclick: () => go(location.pathname + location.search, { replace: true }) },
        number(arrived) + ' arrived since: search again'));
    }
  });
  return {
    title: parameters.q ? 'Articles: ' + parameters.q : 'Articles',
    content: [
      h('h1', {}, 'Articles'),
      searchForm('/articles', [
        field('q', 'Words', parameters, { type: 'search', placeholder: 'harbour "customs office" -ferry' }),
        field('sort', 'Order', parameters, {}, [['', parameters.q ? 'best match' : 'newest'], ['relevance', 'best match'], ['newest', 'newest'], ['arrived', 'last to arrive']]),
      ], { open: filtered.length > 0, more: [
        field('site', 'Site', parameters, { list: 'sites' }),
        field('lang', 'Language', parameters, {}, [['', 'any'], ...values.language.map(tag => [tag, language(tag)])]),
        field('access', 'Access', parameters, {}, [['', 'any'], ['free', 'free'], ['metered', 'metered'], ['paywalled', 'paywalled']]),
        field('withdrawn', 'Page', parameters, {}, [['', 'any'], ['false', 'there'], ['true', 'withdrawn']]),
        field('from', 'From', parameters, { type: 'date' }),
        field('to', 'To', parameters, { type: 'date' }),
        field('speaker', 'Quotes (name)', parameters),
        field('feed', 'Feed (URL)', parameters),
        field('story', 'Story (id)', parameters),
        h('datalist', { id: 'sites' }, values.site.map(site => h('option', { value: site }))),
      ] }),
      h('div.heading', {}, h('p.hint', { id: 'count' }, total(found, 'article'), ' in ' + (found.micros / 1000).toFixed(1) + ' ms',
        filtered.length > 0 && [' · ', h('a', { href: address('/articles', { q: parameters.q, sort: parameters.sort }) }, 'without filters')]), fresh),
      found.items.length > 0
        ? h('ol.items', { 'aria-describedby': 'count' }, found.items.map(article => articleItem(article, { searched: parameters.q ?? '' })))
        : h('p', {}, 'Nothing fits. Words must all occur; ', h('code', {}, 'this|that'), ' finds either, ', h('code', {}, 'begin*'), ' what begins so.'),
      pager('/articles', parameters, found),
    ],
    end: stop,
  };
}
