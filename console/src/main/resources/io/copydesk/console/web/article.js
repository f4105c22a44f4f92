import { address, get } from './api.js';
import { fill, h } from './dom.js';
import { words } from './diff.js';
import { label, language, number, percent, plural, when } from './format.js';
import { articleItem, badge, go, marks } from './lists.js';
import { listen } from './live.js';
import { quotes, text } from './quotes.js';

export async function page(parameters) {
  const answer = await get('/api/article', { id: parameters.id });
  const { article } = answer;
  const pipeline = article.pipeline;
  const fresh = h('p.fresh-note', { role: 'status' });
  const stop = listen((name, data) => {
    if (name === 'arrived' && data.articles.some(one => one.id === parameters.id)) {
      fill(fresh, h('button.quiet', { type: 'button', onclick: () => go(location.pathname + location.search, { replace: true }) }, 'This article was written again: show it'));
    }
  });
  return {
    title: article.headline || 'Article',
    content: [
      h('p.crumb', {}, h('a', { href: '/articles' }, 'Articles'), ' / ', h('a', { href: address('/articles', { site: pipeline.site }) }, pipeline.site)),
      h('h1', { lang: article.inLanguage }, article.headline || 'Without a headline'),
      meta(article, answer), fresh, pipeline.withdrawn && withdrawal(pipeline.withdrawn),
      h('nav.contents', { 'aria-label': 'On this page' }, [['text', 'Text'], ['stripped', 'Stripped'], ['quotes', 'Quotes'], ['revisions', 'Revisions'], ['relations', 'Relations'], ['record', 'Record']]
        .map(([id, text]) => h('a', { href: '#' + id }, text))),
      h('div.columns.reading', {},
        h('section', { id: 'text' }, h('h2', {}, 'Text'), access(pipeline.access), text(article)),
        h('div', {},
          h('section', { id: 'stripped' }, h('h2', {}, 'Stripped'), stripped(pipeline.removed)),
          h('section', { id: 'quotes' }, h('h2', {}, 'Quotes'), quotes(article)))),
      h('section', { id: 'revisions' }, h('h2', {}, 'Revisions'), revisions(answer.revisions)),
      h('section', { id: 'relations' }, h('h2', {}, 'Relations'), relations(answer)),
      h('section', { id: 'record' }, h('h2', {}, 'Record'), record(article)),
    ],
    end: stop,
  };
}

function meta(article, { story, duplicate }) {
  const pipeline = article.pipeline;
  const row = (name, value) => value && h('div', {}, h('dt', {}, name), h('dd', {}, value));
  const authors = (article.author ?? []).map(person => person.name).join(', ');
  return h('dl.facts', {},
    row('Page', article.url && h('a', { href: article.url }, shortAddress(article.url))),
    row('Site', article.publisher?.name ? article.publisher.name + ' (' + pipeline.site + ')' : pipeline.site),
    row('By', authors),
    row('Published', when(article.datePublished, { relative: false })),
    row('Modified', when(article.dateModified, { relative: false })),
    row('Fetched', when(pipeline.fetched, { relative: false })),
    row('Language', article.inLanguage && language(article.inLanguage)),
    row('Version', [number(article.version), ' ', marks({ withdrawn: Boolean(pipeline.withdrawn), access: pipeline.access.state, version: 0 })]),
    row('Story', story && h('a', { href: address('/story', { id: story.id }) }, story.headline || 'story', ' (' + plural(story.memberCount ?? 0, 'article') + ')')),
    row('Copy of', duplicate && h('a', { href: address('/article', { id: duplicate.of }) }, label(duplicate.kind) + ', ' + percent(duplicate.score))),
    row('Kind of page', pipeline.page && label(pipeline.page.kind)),
    row('Text is right', typeof pipeline.confidence === 'number' && 'with a likelihood of ' + percent(pipeline.confidence)),
    row('Announced by', pipeline.announced?.map(one => h('a.block', { href: address('/feed', { url: one.feed }) }, one.feedTitle || one.feed))));
}

function shortAddress(url) {
  const text = url.replace(/^https?:\/\/(www\.)?/, '');
  return text.length > 90 ? text.slice(0, 88) + '…' : text;
}

function withdrawal(withdrawn) {
  return h('div.notice.bad', {}, h('p', {}, 'The page is gone since ', when(withdrawn.at, { relative: false }), '.'),
    h('ul', {}, withdrawn.evidence?.map(one => h('li', {}, label(one.sign), ' ', when(one.at, { relative: false }), one.location && ' → ' + one.location))));
}

function access({ state, bodyPartial, remainingPercent, evidence }) {
  if (state === 'free' && !bodyPartial) {
    return null;
  }
  return h('div.notice.warn', {}, h('p', {}, 'Access: ' + state + (bodyPartial ? '; this is only the beginning of the text' : '')
    + (remainingPercent ? ', ' + remainingPercent + ' % are behind the wall.' : '.')),
  h('ul', {}, evidence?.map(one => h('li', {}, one))));
}

/** Blocks in the order of the document; those of a reason in a row are under one heading. */
function stripped(removed) {
  if (!removed || removed.length === 0) {
    return h('p.hint', {}, 'Nothing was stripped.');
  }
  const reasons = new Map();
  removed.forEach(block => reasons.set(block.reason, (reasons.get(block.reason) ?? 0) + 1));
  return [
    h('p.hint', {}, plural(removed.length, 'block') + ': ' + [...reasons].map(([reason, count]) => label(reason) + ' ' + number(count)).join(', ')),
    h('ol.blocks', {}, removed.map(block => h('li', {},
      h('p.meta', {}, badge('reason', label(block.reason)), h('code', {}, block.rule)),
      h('p.block-text', { lang: block.language }, block.text)))),
  ];
}

function revisions(list) {
  if (list.length === 0) {
    return h('p.hint', {}, 'No change is known.');
  }
  return list.map((revision, i) => h('details.revision', { open: i === 0 },
    h('summary', {}, heading(revision)),
    revision.headlineChanged && h('p', {}, 'The headline was: ', h('del', {}, revision.previousHeadline ?? 'none')),
    (revision.numbersBefore?.length > 0 || revision.numbersAfter?.length > 0) && h('p.hint', {}, 'Numbers: ',
      revision.numbersBefore?.map(one => [h('del', {}, one), ' ']), revision.numbersAfter?.map(one => [h('ins', {}, one), ' '])),
    h('ul.changes', {}, revision.changes?.map(change))));
}

function heading(revision) {
  const kind = revision.event ? label(revision.event)
    : revision.kind === 'cleaning' ? 'Cleaned again' : 'Version ' + revision.previousVersion + ' → ' + revision.version;
  const parts = [['added', 'added'], ['removed', 'removed'], ['edited', 'edited'], ['moved', 'moved']]
    .filter(([name]) => revision[name] > 0).map(([name, text]) => number(revision[name]) + ' ' + text);
  return [h('strong', {}, kind), ' ', h('span.hint', {}, (parts.length > 0 ? 'sentences ' + parts.join(', ') : '')
    + (revision.size > 0 ? ' · ' + percent(revision.size) + ' of the words' : ''))];
}

function change(one) {
  const body = one.operation === 'edited' ? words(one.previous ?? '', one.text)
    : one.operation === 'added' ? h('ins', {}, one.text)
      : one.operation === 'removed' ? h('del', {}, one.text) : one.text;
  return h('li.change.' + one.operation, {}, h('span.operation', {}, one.operation), h('span', {}, body));
}

function relations({ relations: own, relatedBy }) {
  const named = new Set(own.map(one => one.to));
  const others = relatedBy.items.filter(item => !named.has(item.id));
  if (own.length === 0 && others.length === 0) {
    return h('p.hint', {}, 'It is related to no other article.');
  }
  return [
    h('ul.items', {}, own.map(one => {
      const item = one.article ? articleItem(one.article) : h('li.item', {}, one.to);
      item.prepend(h('p.meta', {}, badge('reason', label(one.kind)), h('span', {}, percent(one.score) + ' of the smaller text'), h('code', {}, one.rule)));
      return item;
    })),
    others.length > 0 && [h('h3', {}, 'Articles that name this one'), h('ul.items', {}, others.map(item => articleItem(item)))],
  ];
}

function record(article) {
  return h('details', {}, h('summary', {}, 'The value in enriched-articles, as JSON'), h('pre', { tabindex: '0' }, JSON.stringify(article, null, 2)));
}
