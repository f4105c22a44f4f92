import { address } from './api.js';
import { h } from './dom.js';
import { plural } from './format.js';

const PARAGRAPH = /\n\n+/g;

/** The text in paragraphs, in which what somebody said is marked; the first passage of each quote has the id of its link. */
export function text(article) {
  const passages = within(article.articleBody, article.quotes ?? []);
  return h('div.text', { lang: article.inLanguage },
    paragraphs(article.articleBody).map(([from, to]) => h('p', {}, marked(article.articleBody, from, to, passages))));
}

/** Who said what, in the order of the text. */
export function quotes(article) {
  if (!article.quotes) {
    return h('p.hint', {}, 'Quotes were not looked for: the article came before they were, or is in a language without rules for them.');
  }
  if (article.quotes.length === 0) {
    return h('p.hint', {}, 'Nobody is quoted.');
  }
  return [
    h('p.hint', {}, plural(article.quotes.length, 'quote') + ', marked in the text'),
    h('ol.blocks', {}, article.quotes.map((quote, i) => h('li', {},
      h('p.meta', {}, speaker(quote, article.mentions ?? []), quote.verb && h('span', {}, quote.verb.text), h('a', { href: '#' + id(i) }, 'in the text')),
      h('p.block-text', { lang: article.inLanguage }, words(quote, article.articleBody))))),
  ];
}

function id(number) {
  return 'quote-' + (number + 1);
}

/** The name of the speaker, with the words of the text for them where these are others. */
function speaker({ speaker: said, mention }, mentions) {
  const name = mentions[mention]?.name;
  if (!name) {
    return h('strong.speaker', {}, h('span', {}, said?.text ?? 'Speaker not named'));
  }
  return h('strong.speaker', {}, h('a', { href: address('/articles', { speaker: '"' + name.replaceAll('"', ' ') + '"' }) }, name),
    said && said.text !== name && [' (', h('span', {}, said.text), ')']);
}

function words({ parts }, body) {
  return parts.map(part => body.slice(part.start, part.end)).join(' … ');
}

/** Start and end of each paragraph. */
function paragraphs(body) {
  const breaks = [...body.matchAll(PARAGRAPH)];
  const starts = [0, ...breaks.map(found => found.index + found[0].length)];
  const ends = [...breaks.map(found => found.index), body.length];
  return starts.map((start, i) => [start, ends[i]]);
}

/** The passages of all quotes in order; of those that overlap, which only foreign records have, the first. */
function within(body, list) {
  const passages = list.flatMap(({ parts }, quote) => parts.map(({ start, end }, part) => ({ start, end, id: part === 0 ? id(quote) : null })))
    .filter(({ start, end }) => start >= 0 && start < end && end <= body.length)
    .sort((one, other) => one.start - other.start);
  let last = 0;
  return passages.filter(({ start, end }) => {
    const free = start >= last;
    last = free ? end : last;
    return free;
  });
}

/** The text from one place to another, with what of the passages is there. */
function marked(body, from, to, passages) {
  const nodes = [];
  let at = from;
  for (const { start, end, id } of passages) {
    if (start < to && end > from) {
      const first = Math.max(start, from);
      nodes.push(body.slice(at, first), h('span.quote', { id: start >= from ? id : null }, body.slice(first, Math.min(end, to))));
      at = Math.min(end, to);
    }
  }
  nodes.push(body.slice(at, to));
  return nodes;
}
