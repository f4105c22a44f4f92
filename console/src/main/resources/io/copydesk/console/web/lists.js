import { address } from './api.js';
import { fill, h } from './dom.js';
import { label, language, number, plural, when } from './format.js';

/** Goes to another address of the console, as a link does. */
export function go(href, options = {}) {
  dispatchEvent(new CustomEvent('copydesk:go', { detail: { href, ...options } }));
}

export function badge(kind, text) {
  return h('span.badge.' + kind, {}, text);
}

const ACCESS = { metered: 'warn', paywalled: 'warn' };

/** What marks an article as special, in short. */
export function marks(article) {
  return [
    article.withdrawn && badge('bad', 'withdrawn'),
    ACCESS[article.access] && badge(ACCESS[article.access], article.access),
    article.version > 1 && badge('plain', 'version ' + number(article.version)),
  ];
}

/** One article in a list. */
export function articleItem(article, { fresh = false, searched = '' } = {}) {
  return h('li.item' + (fresh ? '.fresh' : ''), {},
    h('p.item-title', {}, h('a', { href: address('/article', { id: article.id }), lang: article.language }, article.headline || 'Without a headline')),
    article.snippet && h('p.snippet', { lang: article.language }, highlight(article.snippet, searched)),
    h('p.meta', {},
      h('a', { href: address('/articles', { site: article.site }) }, article.site),
      article.language && h('span', {}, language(article.language)),
      when(article.published ?? article.event),
      article.removed > 0 && h('span', {}, plural(article.removed, 'block') + ' stripped'),
      article.relations > 0 && h('span', {}, plural(article.relations, 'relation')),
      article.story && h('a', { href: address('/story', { id: article.story }) }, 'story'),
      marks(article)));
}

const MOST_WORDS = 20;

/** The text with the words of a search marked, as far as they are in it as they were typed. */
function highlight(text, searched) {
  const words = searched.split(/[\s"|()+*]+/).filter(word => word.length > 1 && !word.startsWith('-')).slice(0, MOST_WORDS);
  if (words.length === 0) {
    return text;
  }
  const any = new RegExp('(' + words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') + ')', 'iu');
  return text.split(new RegExp(any, 'giu')).map((part, i) => i % 2 === 1 ? h('mark', {}, part) : part);
}

/** Links to the pages before and after. */
export function pager(path, parameters, page) {
  const last = Math.max(1, Math.ceil(page.total / page.size));
  if (last === 1) {
    return null;
  }
  const link = (to, text, possible) => possible
    ? h('a.button', { href: address(path, { ...parameters, page: to === 1 ? null : to }) }, text)
    : h('span.button.off', { 'aria-hidden': 'true' }, text);
  return h('nav.pager', { 'aria-label': 'Results' },
    link(page.page - 1, 'Previous', page.page > 1),
    h('span', {}, 'Page ' + number(page.page) + ' of ' + number(last) + (page.more ? '+' : '')),
    link(page.page + 1, 'Next', page.page < last));
}

/** How many there are, in words. */
export function total(page, one, many) {
  return page.more ? 'more than ' + number(page.total) + ' ' + (many ?? one + 's') : plural(page.total, one, many);
}

/** Links that narrow a list by one of several values, each with its number. */
export function chips(name, path, parameters, key, values) {
  const chosen = parameters[key] ?? '';
  const chip = (value, text, count) => h('a.chip', {
    href: address(path, { ...parameters, page: null, [key]: value }),
    'aria-current': chosen === value ? 'true' : null,
  }, text, count !== null && h('span.count', {}, number(count)));
  return h('nav.chips', { 'aria-label': name }, chip('', 'All', null), values.map(([value, count]) => chip(value, label(value), count)));
}

/** A form whose fields are the parameters of the address. */
export function searchForm(path, fields, { more = [], open = false } = {}) {
  return h('form.search', {
    role: 'search',
    onsubmit: event => {
      event.preventDefault();
      go(address(path, Object.fromEntries(new FormData(event.target))));
    },
  }, h('div.search-row', {}, fields, h('button', { type: 'submit' }, 'Search')),
  more.length > 0 && h('details.filters', { open }, h('summary', {}, 'Filters'), h('div.filter-row', {}, more)));
}

export function field(name, text, parameters, attributes = {}, ...options) {
  const id = 'field-' + name;
  const control = options.length > 0
    ? h('select', { id, name, ...attributes }, options.flat().map(([value, shown]) =>
      h('option', { value, selected: (parameters[name] ?? '') === value }, shown)))
    : h('input', { id, name, value: parameters[name] ?? '', autocomplete: 'off', ...attributes });
  return h('div.field' + (attributes.type === 'search' ? '.wide' : ''), {}, h('label', { for: id }, text), control);
}

/** A button that does something and says what came of it; as the submit button of a form it does so at Enter in a field, too. */
export function action(text, work, { kind = '', confirm = null, submit = false } = {}) {
  const outcome = h('span.outcome', { role: 'status' });
  let sure = confirm === null;
  const button = h('button' + (kind ? '.' + kind : ''), { type: submit ? 'submit' : 'button', onclick: async () => {
    if (!sure) {
      sure = true;
      button.textContent = confirm;
      return;
    }
    button.disabled = true;
    outcome.classList.remove('error');
    try {
      fill(outcome, await work());
    } catch (problem) {
      outcome.classList.add('error');
      fill(outcome, problem.message);
    }
    button.disabled = false;
    button.textContent = text;
    sure = confirm === null;
  } }, text);
  return h('span.action', {}, button, outcome);
}
