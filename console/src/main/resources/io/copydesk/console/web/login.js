const form = document.getElementById('form');
const error = document.getElementById('error');

form.addEventListener('submit', async event => {
  event.preventDefault();
  error.textContent = '';
  try {
    const answer = await fetch('/api/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Copydesk-Console': '1' },
      body: JSON.stringify({ token: document.getElementById('token').value }),
    });
    if (!answer.ok) {
      throw new Error((await answer.json()).error);
    }
    location.assign(target());
  } catch (problem) {
    error.textContent = problem.message;
    document.getElementById('token').select();
  }
});

/** The page that was asked for, if it is one of the console. */
function target() {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  const url = new URL(next, location.origin);
  return url.origin === location.origin ? url.pathname + url.search : '/';
}
