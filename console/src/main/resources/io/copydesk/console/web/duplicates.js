import { address, get } from './api.js';
import { h } from './dom.js';
import { label, percent } from './format.js';
import { badge, chips, pager, total } from './lists.js';

export async function page(parameters) {
  const found = await get('/api/duplicates', parameters);
  const kinds = Object.entries(found.kinds).filter(([, count]) => count > 0);
  return {
    title: 'Duplicates',
    content: [
      h('h1', {}, 'Duplicates'),
      h('p.lead', {}, 'Articles that copy another one, or hold a part of it, with the original that was chosen. Exact, near and syndicated copies are one work with their original; parts and revisions are not.'),
      kinds.length > 0 && chips('Kind', '/duplicates', parameters, 'kind', kinds),
      h('p.hint', {}, total(found, 'article'), parameters.of && [' copy one original · ', h('a', { href: '/duplicates' }, 'all')]),
      found.items.length > 0 ? h('ol.items', {}, found.items.map(pair)) : h('p', {}, 'No copy is known.'),
      pager('/duplicates', parameters, found),
    ],
  };
}

function pair(item) {
  return h('li.item.pair', {},
    h('p.meta', {}, badge('reason', label(item.kind)), h('span', {}, percent(item.score) + ' of the smaller text'), h('code', {}, item.rule),
      h('a', { href: address('/duplicates', { of: item.of }) }, 'all of this original')),
    h('div.sides', {}, side('Copy', item.id, item.article), side('Original', item.of, item.original)));
}

function side(name, id, article) {
  return h('div', {}, h('p.side-name', {}, name),
    h('p.item-title', {}, h('a', { href: address('/article', { id }), lang: article?.language }, article?.headline || id)),
    article && h('p.meta', {}, article.site));
}
