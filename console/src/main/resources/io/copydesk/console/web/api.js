/** What the server answered when it was no success. */
export class Failure extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

async function read(answer) {
  if (answer.status === 401) {
    location.assign('/login?next=' + encodeURIComponent(location.pathname + location.search));
    return new Promise(() => {});
  }
  const body = await answer.json().catch(() => ({ error: 'The console answered ' + answer.status + '.' }));
  if (!answer.ok) {
    throw new Failure(answer.status, body.error);
  }
  return body;
}

/** The address of parameters, without those that are empty. */
export function address(path, parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value !== null && value !== undefined && value !== '') {
      search.set(name, value);
    }
  }
  const text = search.toString();
  return text ? path + '?' + text : path;
}

export async function get(path, parameters) {
  return read(await fetch(address(path, parameters)));
}

export async function change(path, body) {
  const file = body instanceof Blob;
  return read(await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': file ? 'text/x-opml' : 'application/json', 'X-Copydesk-Console': '1' },
    body: file ? body : JSON.stringify(body),
  }));
}

/** What this console is and may do; asked once. */
export const session = get('/api/session');
