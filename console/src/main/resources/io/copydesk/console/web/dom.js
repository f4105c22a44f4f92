// Elements are made here and nowhere else. Text always becomes a text node, so nothing that a page of the web wrote can become markup.

/**
 * An element.
 *
 * @param {string} tag its name, with classes: 'p.hint.small'
 * @param {object} attributes values by name; a function under onclick and the like is a listener; null and false are left out
 * @param children nodes, texts and lists of them; null and false are left out
 */
export function h(tag, attributes, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'href') {
      setLink(element, value);
    } else if (key === 'value' && 'value' in element) {
      element.value = value;
    } else {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  append(element, children);
  return element;
}

/** Only addresses of the web and of the console are links. */
function setLink(element, address) {
  if (address.startsWith('/') && !address.startsWith('//')) {
    element.setAttribute('href', address);
  } else if (/^https?:\/\//i.test(address)) {
    element.setAttribute('href', address);
    element.setAttribute('rel', 'noopener noreferrer external');
    element.setAttribute('target', '_blank');
  } else if (address.startsWith('#')) {
    element.setAttribute('href', address);
  }
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

/** Puts these children in place of all others. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Tells readers of a screen reader something without moving them. */
export function announce(text) {
  document.getElementById('announce').textContent = text;
}
