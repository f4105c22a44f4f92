import { h } from './dom.js';

const MOST_WORDS = 400;

/** The words that differ between two sentences, as del and ins; sentences without end are shown one after the other. */
export function words(before, after) {
  const a = split(before);
  const b = split(after);
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [h('del', {}, before), ' ', h('ins', {}, after)];
  }
  const common = lengths(a, b);
  const nodes = [];
  let i = 0;
  let j = 0;
  const add = (tag, word) => {
    const last = nodes.at(-1);
    if (last && last.tag === tag) {
      last.text += word;
    } else {
      nodes.push({ tag, text: word });
    }
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(null, a[i++]);
      j++;
    } else if (j >= b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
      add('del', a[i++]);
    } else {
      add('ins', b[j++]);
    }
  }
  return nodes.map(node => node.tag ? h(node.tag, {}, node.text) : node.text);
}

function split(text) {
  return text.split(/(\s+)/).filter(part => part !== '');
}

/** Lengths of the longest common subsequences of all ends of two lists. */
function lengths(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}
