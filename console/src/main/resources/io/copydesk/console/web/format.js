import { h } from './dom.js';

const numbers = new Intl.NumberFormat('en');
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const minute = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long' });

export function number(value) {
  return numbers.format(value ?? 0);
}

export function short(value) {
  return value < 10_000 ? number(value) : compact.format(value);
}

export function plural(count, one, many) {
  return number(count) + ' ' + (count === 1 ? one : many ?? one + 's');
}

export function language(tag) {
  try {
    return languages.of(tag);
  } catch {
    return tag;
  }
}

export function bytes(count) {
  return count < 1024 ? plural(count, 'byte') : count < 1024 * 1024
    ? (count / 1024).toFixed(1) + ' KiB' : (count / 1024 / 1024).toFixed(1) + ' MiB';
}

export function percent(share) {
  return Math.round(share * 100) + ' %';
}

/** How long ago, or until when, in one unit. */
export function ago(time, now = Date.now()) {
  const seconds = Math.round((now - time) / 1000);
  const size = Math.abs(seconds);
  const text = size < 60 ? size + ' s' : size < 3600 ? Math.round(size / 60) + ' min'
    : size < 48 * 3600 ? Math.round(size / 3600) + ' h' : Math.round(size / 86400) + ' days';
  return seconds < 0 ? 'in ' + text : size < 2 ? 'now' : text + ' ago';
}

/** A time element: relative when it is near, else the day; the exact time is its title. */
export function when(text, { relative = true } = {}) {
  if (text === null || text === undefined || text === '') {
    return null;
  }
  const time = typeof text === 'number' ? text : Date.parse(text);
  if (Number.isNaN(time)) {
    return h('span', {}, String(text));
  }
  const date = new Date(time);
  const dayOnly = typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text);
  const near = relative && !dayOnly && Math.abs(Date.now() - time) < 36 * 3600 * 1000;
  const year = date.getFullYear() === new Date().getFullYear();
  const shown = near ? ago(time) : dayOnly || !year ? day.format(date) : minute.format(date);
  return h('time', { datetime: date.toISOString(), title: dayOnly ? null : exact.format(date) }, shown);
}

/** Labels of records as words: 'near' and 'site-boilerplate' become 'site boilerplate'. */
export function label(text) {
  return String(text ?? '').replaceAll('-', ' ');
}
