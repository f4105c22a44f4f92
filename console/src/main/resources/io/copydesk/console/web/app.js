import { session, Failure } from './api.js';
import { announce, fill, h } from './dom.js';
import { connect } from './live.js';
import * as now from './now.js';
import * as articles from './articles.js';
import * as article from './article.js';
import * as stories from './stories.js';
import * as feeds from './feeds.js';
import * as letters from './dead-letters.js';
import * as duplicates from './duplicates.js';
import * as alerts from './alerts.js';
import * as rules from './alert-rules.js';

// Each page gives its title and content for the parameters of the address, and may return what ends it.
const pages = {
  '/': now.page,
  '/articles': articles.page,
  '/article': article.page,
  '/stories': stories.list,
  '/story': stories.one,
  '/feeds': feeds.list,
  '/feed': feeds.one,
  '/dead-letters': letters.list,
  '/dead-letter': letters.one,
  '/duplicates': duplicates.page,
  '/alerts': alerts.page,
  '/alert-rules': rules.page,
};

const entries = [
  ['/', 'Now', ['/']],
  ['/articles', 'Articles', ['/articles', '/article']],
  ['/stories', 'Stories', ['/stories', '/story']],
  ['/feeds', 'Feeds', ['/feeds', '/feed']],
  ['/dead-letters', 'Dead letters', ['/dead-letters', '/dead-letter']],
  ['/duplicates', 'Duplicates', ['/duplicates']],
  ['/alerts', 'Alerts', ['/alerts', '/alert-rules']],
];

const main = document.getElementById('main');
let shown = null;
let address = null;
let turn = 0;

async function show({ focus = true } = {}) {
  const mine = ++turn;
  const path = location.pathname;
  address = path + location.search;
  showNavigation(path);
  main.setAttribute('aria-busy', 'true');
  const parameters = Object.fromEntries(new URLSearchParams(location.search));
  let made;
  try {
    made = await pages[path](parameters);
  } catch (problem) {
    made = failed(problem);
  }
  if (mine !== turn) {
    made.end?.();
    return;
  }
  shown?.end?.();
  shown = made;
  fill(main, made.content);
  made.begin?.();
  main.removeAttribute('aria-busy');
  document.title = made.title + ' · Copydesk';
  if (focus) {
    main.focus({ preventScroll: true });
    announce(made.title);
  }
  if (document.getElementById(location.hash.slice(1))) {
    location.replace(location.hash); // as a browser does with what is there when it loads an address
  }
}

function failed(problem) {
  const missing = problem instanceof Failure && problem.status === 404;
  return {
    title: missing ? 'Not found' : 'Failed',
    content: [
      h('h1', {}, missing ? 'Not found' : 'That did not work'),
      h('p.error', { role: 'alert' }, problem.message),
      h('p', {}, h('a', { href: '/' }, 'What flows now')),
    ],
  };
}

function showNavigation(path) {
  fill(document.getElementById('nav'), h('ul', {}, entries.map(([href, name, paths]) =>
    h('li', {}, h('a', { href, 'aria-current': paths.includes(path) ? 'page' : null }, name)))));
}

/** Goes to an address of the console without loading it from the server. */
export function go(href, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, '', href);
  } else {
    history.pushState(null, '', href);
    scrollTo(0, 0);
  }
  return show({ focus: !replace });
}

document.addEventListener('click', event => {
  const link = event.target.closest('a');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.target || link.origin !== location.origin || !(link.pathname in pages)
      || link.getAttribute('href').startsWith('#')) {
    return;
  }
  event.preventDefault();
  go(link.getAttribute('href'));
});
addEventListener('popstate', () => {
  if (address !== location.pathname + location.search) { // else it is another place of this page
    show();
  }
});
addEventListener('copydesk:go', event => go(event.detail.href, event.detail));

session.then(known => {
  document.getElementById('prefix').textContent = known.prefix === 'news.' ? '' : known.prefix;
}, () => {});
connect();
show({ focus: false });
