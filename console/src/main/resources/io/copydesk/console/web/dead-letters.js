import { address, change, get, session } from './api.js';
import { h } from './dom.js';
import { bytes, label, number, when } from './format.js';
import { action, badge, field, go, pager, searchForm, total } from './lists.js';
import { listen } from './live.js';

export async function list(parameters) {
  const [found, known] = await Promise.all([get('/api/dead-letters', parameters), session]);
  const group = parameters.stage && parameters.reason;
  const stop = listen((name, data) => {
    if (name === 'arrived' && data.topics['dead-letters'] && !parameters.page) {
      go(location.pathname + location.search, { replace: true });
    }
  });
  return {
    title: 'Dead letters',
    content: [
      h('h1', {}, 'Dead letters'),
      h('p.lead', {}, 'Records that a stage refused, with their originals. A retry sends the original to where it came from; what is refused again comes back.'),
      groups(found.groups, parameters),
      searchForm('/dead-letters', [field('q', 'Words of the detail, input or key', parameters, { type: 'search' }),
        ['stage', 'reason'].map(name => parameters[name] && h('input', { type: 'hidden', name, value: parameters[name] }))]),
      h('div.heading', {}, h('p.hint', {}, total(found, 'dead letter')),
        group && known.allowChanges && found.total > 0 && action('Retry these', async () => {
          const { retried } = await change('/api/dead-letters/retry', { stage: parameters.stage, reason: parameters.reason });
          return number(retried) + ' sent again.';
        }, { confirm: 'Really retry up to ' + number(Math.min(1000, found.total)) })),
      found.items.length > 0 ? h('ol.items', {}, found.items.map(item)) : h('p', {}, found.groups.length === 0 ? 'Nothing was refused.' : 'No dead letter fits.'),
      pager('/dead-letters', parameters, found),
    ],
    end: stop,
  };
}

function groups(list, parameters) {
  if (list.length === 0) {
    return null;
  }
  return h('table', {}, h('caption.hidden', {}, 'By stage and reason'),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Stage'), h('th', { scope: 'col' }, 'Reason'), h('th.number', { scope: 'col' }, 'Waiting'))),
    h('tbody', {}, list.map(({ stage, reason, count }) => h('tr', {},
      h('td', {}, h('a', { href: address('/dead-letters', { stage }) }, stage)),
      h('td', {}, h('a', { href: address('/dead-letters', { stage, reason }), 'aria-current': parameters.stage === stage && parameters.reason === reason ? 'true' : null }, label(reason))),
      h('td.number', {}, number(count))))));
}

function item(letter) {
  return h('li.item', {},
    h('p.item-title', {}, h('a', { href: address('/dead-letter', { id: letter.id }) }, letter.detail)),
    h('p.meta', {}, badge('reason', letter.stage), badge('plain', label(letter.reason)), when(letter.arrived),
      letter.inputId && h('code', {}, letter.inputId), !letter.retriable && badge('warn', 'cannot be retried')));
}

export async function one(parameters) {
  const [letter, known] = await Promise.all([get('/api/dead-letter', { id: parameters.id }), session]);
  const fact = (name, value) => value && h('div', {}, h('dt', {}, name), h('dd', {}, value));
  return {
    title: 'Dead letter',
    content: [
      h('p.crumb', {}, h('a', { href: '/dead-letters' }, 'Dead letters'), ' / ', h('a', { href: address('/dead-letters', { stage: letter.stage, reason: letter.reason }) }, letter.stage + ', ' + label(letter.reason))),
      h('h1', {}, letter.detail),
      h('dl.facts', {},
        fact('Stage', letter.stage), fact('Reason', label(letter.reason)), fact('Refused', when(letter.arrived, { relative: false })),
        fact('Input', letter.inputId && h('code', {}, letter.inputId)),
        fact('Origin', letter.originTopic && h('code', {}, letter.originTopic + '-' + letter.originPartition + '@' + letter.originOffset)),
        fact('Key', letter.originKey && h('code', {}, letter.originKey)),
        fact('Original', letter.length < 0 ? 'was not kept' : bytes(letter.length))),
      known.allowChanges && letter.retriable && h('p.actions', {}, action('Retry', async () => {
        const { retried } = await change('/api/dead-letters/retry', { id: parameters.id });
        return retried === 1 ? 'Sent to ' + letter.originTopic + ' again.' : 'It was taken back meanwhile.';
      })),
      !letter.retriable && h('p.notice.warn', {}, 'It cannot be retried: it never reached a topic, or is too large to be kept whole. Mend the source and replay it.'),
      h('section', {}, h('h2', {}, 'Original'), letter.kept > letter.shown && h('p.hint', {}, 'The first ' + bytes(letter.shown) + ' of it.'),
        h('pre.original', { tabindex: '0' }, letter.content || 'nothing')),
    ],
  };
}
