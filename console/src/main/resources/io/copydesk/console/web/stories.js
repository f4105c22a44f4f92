import { address, get } from './api.js';
import { plot } from './charts.js';
import { h } from './dom.js';
import { language, number, plural, when } from './format.js';
import { articleItem, badge, field, pager, searchForm, total } from './lists.js';

function item(story) {
  return h('li.item', {},
    h('p.item-title', {}, h('a', { href: address('/story', { id: story.id }) }, story.headline || 'Without a headline')),
    h('p.meta', {},
      h('strong', {}, plural(story.memberCount, 'article')),
      h('span', {}, plural(story.workCount, 'work')),
      when(story.lastEventTime),
      story.languages?.length > 0 && h('span', {}, story.languages.map(language).join(', '))),
    story.terms?.length > 0 && h('p.meta', {}, story.terms.slice(0, 6).map(term => h('a.term', { href: address('/stories', { q: term }) }, term))));
}

export async function list(parameters) {
  const found = await get('/api/stories', parameters);
  return {
    title: 'Stories',
    content: [
      h('h1', {}, 'Stories'),
      searchForm('/stories', [
        field('q', 'Headline or term', parameters, { type: 'search' }),
        field('sort', 'Order', parameters, {}, [['', 'newest'], ['largest', 'most articles']]),
        field('works', 'Works', parameters, {}, [['', 'any'], ['2', '2 or more'], ['3', '3 or more'], ['5', '5 or more'], ['10', '10 or more']]),
        field('lang', 'Language (tag)', parameters, { size: 6 }),
      ]),
      h('p.hint', {}, total(found, 'story', 'stories')),
      found.items.length > 0 ? h('ol.items', {}, found.items.map(item)) : h('p', {}, 'No story fits.'),
      pager('/stories', parameters, found),
    ],
  };
}

export async function one(parameters) {
  const answer = await get('/api/story', { ...parameters, size: 100 });
  const { story } = answer;
  if (story.movedTo) {
    return {
      title: 'Merged story',
      content: [
        h('h1', {}, 'This story was merged'),
        h('p', {}, 'Its articles went to ', story.movedTo.map((id, i) => [i > 0 && ', ', h('a', { href: address('/story', { id }) }, i === 0 ? 'the story that it is now' : 'another one')]), '.'),
      ],
    };
  }
  const times = answer.articles.items.map(article => Date.parse(article.event) / 1000).filter(time => !Number.isNaN(time)).sort((a, b) => a - b);
  const chart = times.length > 1 ? plot('Number of articles, by the time of what they report', [{ name: 'Articles', colour: '--series-3' }], { height: 150, step: true }) : null;
  chart?.set(times, [times.map((_, i) => i + 1)]);
  const sites = new Set(answer.articles.items.map(article => article.site));
  return {
    title: story.headline || 'Story',
    content: [
      h('p.crumb', {}, h('a', { href: '/stories' }, 'Stories')),
      h('h1', {}, story.headline || 'Without a headline'),
      h('dl.facts', {},
        fact('Articles', number(story.memberCount) + ' of ' + plural(sites.size, 'site')),
        fact('Works', number(story.workCount)),
        fact('Languages', story.languages?.map(language).join(', ')),
        fact('First', when(story.firstEventTime, { relative: false })),
        fact('Last', when(story.lastEventTime, { relative: false })),
        fact('Terms', story.terms?.map(term => h('a.term', { href: address('/stories', { q: term }) }, term)))),
      moves(answer),
      chart && h('section', {}, h('h2', {}, 'Articles over time'), chart.figure),
      h('section', {}, h('h2', {}, 'Articles'), h('ol.items', {}, answer.articles.items.map(article => articleItem(article))),
        pager('/story', parameters, answer.articles)),
      answer.affair && answer.affair.items.length > 1 && h('section', {}, h('h2', {}, 'Others of the affair'),
        h('ol.items', {}, answer.affair.items.filter(other => other.id !== story.id).map(item))),
    ],
    begin() {
      chart?.begin();
    },
    end() {
      chart?.end();
    },
  };
}

function fact(name, value) {
  return value && h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

function moves({ story, merged }) {
  const from = new Set([...(story.movedFrom ?? []), ...merged]);
  const links = ids => [...ids].map((id, i) => [i > 0 && ', ', h('a', { href: address('/story', { id }) }, id.slice(-8))]);
  return [
    from.size > 0 && h('p.notice.plain', {}, badge('reason', 'merged'), ' Articles came from ', links(from), '.'),
    story.splitTo && h('p.notice.plain', {}, badge('reason', 'split'), ' Articles went to ', links(story.splitTo), '.'),
  ];
}
