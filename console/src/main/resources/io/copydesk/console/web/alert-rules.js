import { address, change, get, session } from './api.js';
import { announce, fill, h } from './dom.js';
import { number, when } from './format.js';
import { action, badge } from './lists.js';
import { listen } from './live.js';

// The fields of each kind of rule: name, label, what is typed.
const LANGUAGES = ['languages', 'Languages', 'en, es'];
const WORDS = [['words', 'Words, one of them', 'harbour strike, strik*'], ['all-words', 'Words, all of them', ''], ['without', 'Without the words', '']];
const KINDS = {
  articles: ['Articles', [...WORDS, ['mentions', 'Names that are mentioned', 'Stella Rudge'], ['sites', 'Sites', 'quay.example'], LANGUAGES]],
  stories: ['Stories of several sites', [['story-sites', 'From how many sites at least', '5'], ...WORDS, LANGUAGES]],
  feeds: ['Silent feeds', [['feed-silent', 'Addresses of feeds; none for all', '']]],
  letters: ['Too many dead letters', [['above', 'More than', '20'], ['within', 'Within', '10m'], ['stages', 'Of the stages', 'fetch, clean'], ['reasons', 'For the reasons', 'http-status']]],
};
const SINGLE = new Set(['story-sites', 'above', 'within']);

export async function page() {
  const [found, known] = await Promise.all([get('/api/alert-rules'), session]);
  const list = h('div', { id: 'rules' });
  const show = answer => fill(list, table(answer.rules, known.allowChanges, refresh));
  const refresh = async () => show(await get('/api/alert-rules'));
  show(found);
  const stop = listen((name, data) => {
    // Nobody loses the button that they are on.
    if (name === 'arrived' && (data.topics.alerts || data.topics['alert-rules']) && !document.activeElement?.closest('#rules button')) {
      refresh().catch(() => {});
    }
  });
  return {
    title: 'Rules of alerts',
    content: [
      h('p.crumb', {}, h('a', { href: '/alerts' }, 'Alerts')),
      h('h1', {}, 'Rules of alerts'),
      h('p.lead', {}, 'What the role alerts tells of. Rules of its file are changed there alone; an added one tells of what arrives from then on.'),
      list,
      known.allowChanges ? h('section', {}, h('h2', {}, 'Add a rule'), addForm(refresh))
        : h('p.hint', {}, 'The console only reads; with ', h('code', {}, 'console.allow-changes'), ' rules can be added and removed here.'),
    ],
    end: stop,
  };
}

function table(rules, allowChanges, refresh) {
  if (rules.length === 0) {
    return h('p', {}, 'There is no rule.');
  }
  const heads = ['Rule', 'Source', 'Asks for', 'Alerts', 'Changed', ...(allowChanges ? ['Change'] : [])];
  return h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': 'Rules' }, h('table.wide', {},
    h('thead', {}, h('tr', {}, heads.map(text => h('th' + (text === 'Alerts' ? '.number' : ''), { scope: 'col' }, text)))),
    h('tbody', {}, rules.map(rule => row(rule, allowChanges, refresh)))));
}

function row(rule, allowChanges, refresh) {
  return h('tr', {},
    h('th', { scope: 'row' }, rule.name),
    h('td', {}, badge(rule.source === 'file' ? 'reason' : 'plain', rule.source)),
    h('td.why', {}, rule.refused ? [badge('bad', 'refused'), ' ', rule.refused] : fields(rule.rule)),
    h('td.number', {}, rule.alerts > 0 ? h('a', { href: address('/alerts', { rule: rule.name }) }, number(rule.alerts)) : number(0)),
    h('td', {}, when(rule.changed)),
    allowChanges && h('td', {}, rule.source === 'added' && action('Remove', async () => {
      await change('/api/alert-rules/remove', { name: rule.name });
      await until(list => !list.some(one => one.name === rule.name));
      await refresh();
      document.querySelector('#rules [role=region]')?.focus();
      announce('Removed: ' + rule.name);
    }, { kind: 'danger', confirm: 'Really remove ' + rule.name })));
}

/** The fields of a rule as a file has them. */
function fields(rule) {
  const shown = value => Array.isArray(value) ? value.join(', ') : typeof value === 'object'
    ? Object.entries(value).map(([name, inner]) => name + ' ' + shown(inner)).join(', ') : String(value);
  return Object.entries(rule).filter(([name]) => name !== 'name')
    .map(([name, value], i) => [i > 0 && ' · ', h('strong', {}, name), ' ', shown(value)]);
}

function addForm(refresh) {
  const inputs = h('div.stack', {});
  const label = (id, text) => h('label', { for: 'rule-' + id }, text);
  const name = h('input', { id: 'rule-name', 'aria-required': 'true', autocomplete: 'off', placeholder: 'harbour-strike' });
  const kind = h('select', { id: 'rule-kind', onchange: () => choose() }, Object.entries(KINDS).map(([value, [text]]) => h('option', { value }, text)));
  const choose = () => fill(inputs, KINDS[kind.value][1].map(([field, text, example]) =>
    [label(field, text), h('input', { id: 'rule-' + field, name: field, autocomplete: 'off', placeholder: example })]));
  choose();
  const add = action('Add rule', async () => {
    const { name: kept, changed } = await change('/api/alert-rules', made(name.value.trim() || undefined, kind.value, inputs));
    await until(list => list.some(one => one.name === kept));
    await refresh();
    name.value = '';
    choose();
    return (changed ? 'Changed: ' : 'Added: ') + kept;
  }, { submit: true });
  return h('form.stack.narrow', { onsubmit: event => event.preventDefault() }, label('name', 'Name'), name, label('kind', 'Tells of'), kind, inputs,
  h('p.hint', {}, 'Several values with commas between; a * at the end of a word stands for any ending.'), add);
}

/** The rule in the fields of a file, without those that are empty. */
function made(name, kind, inputs) {
  const given = {};
  for (const input of inputs.querySelectorAll('input')) {
    const values = input.value.split(',').map(value => value.trim()).filter(value => value);
    if (values.length > 0) {
      given[input.name] = SINGLE.has(input.name) ? input.value.trim() : values;
    }
  }
  if (kind === 'feeds') {
    return { name, 'feed-silent': given['feed-silent'] ?? ['true'] };
  }
  if (kind === 'stories') {
    return { name, ...given, 'story-sites': given['story-sites'] ?? '' };
  }
  return kind === 'letters' ? { name, 'dead-letters': given } : { name, ...given };
}

const TRIES = 20;
const PAUSE_MILLIS = 150;

/** Waits until the console has read the record that it wrote. */
async function until(fits) {
  for (let i = 0; i < TRIES; i++) {
    if (fits((await get('/api/alert-rules')).rules)) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MILLIS));
  }
}
