// One stream of events for all pages. The browser connects again by itself; a page that was hidden is shown anew when it returns.
import { h, fill } from './dom.js';
import { percent } from './format.js';

const listeners = new Set();
let figures = null;
let state = 'connecting';

/** Calls back with ('arrived' | 'now', data) until the returned function is called. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(name, data) {
  listeners.forEach(listener => listener(name, data));
}

function show() {
  const text = state === 'full' ? 'Too many viewers; reload to see what is new'
    : state === 'lost' ? 'Connection lost, trying again'
      : state === 'connecting' ? 'Connecting'
        : figures?.problem ? 'Kafka does not answer'
          : figures && !figures.caughtUp ? 'Reading the topics: ' + percent(figures.progress) : 'Live';
  const kind = state === 'open' && !figures?.problem ? figures && !figures.caughtUp ? 'busy' : 'good' : state === 'connecting' ? 'busy' : 'bad';
  const place = document.getElementById('live');
  if (place.textContent !== text) {
    fill(place, h('span.dot.' + kind, { 'aria-hidden': 'true' }), text);
  }
}

export function connect() {
  const source = new EventSource('/api/events');
  source.addEventListener('open', () => {
    const again = state === 'lost';
    state = 'open';
    show();
    if (again) {
      tell('again', null);
    }
  });
  source.addEventListener('full', () => {
    source.close();
    state = 'full';
    show();
  });
  source.addEventListener('error', () => {
    if (state !== 'full') {
      state = 'lost';
      show();
    }
  });
  for (const name of ['arrived', 'now']) {
    source.addEventListener(name, event => {
      const data = JSON.parse(event.data);
      if (name === 'now') {
        figures = data;
        show();
      }
      tell(name, data);
    });
  }
  show();
}

/** The figures of the stream are those of this answer as well. */
export function know(now) {
  figures = now;
  show();
}
