// The console over invented topics, as a child process, and a browser on it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const COPYDESK = new URL('../../copydesk', import.meta.url).pathname;
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts both; `publish(number, headline)` makes an article arrive. */
export async function start() {
  const server = spawn(COPYDESK, ['bench', 'console', '--serve', '127.0.0.1:0'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const first = (await lines.next()).value ?? '';
  if (!first.startsWith('url ')) {
    throw new Error('the console did not start: ' + first);
  }
  const executablePath = process.env.COPYDESK_CHROMIUM ?? BROWSERS.find(existsSync);
  if (!executablePath) {
    throw new Error('no Chromium; install it (apt-get install chromium) or name it with COPYDESK_CHROMIUM');
  }
  // The sandbox needs rights that a container does not have; the pages are our own.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  return {
    url: first.slice(4).trim(),
    browser,
    async publish(number, headline) {
      server.stdin.write(`article ${number} ${headline}\n`);
      return (await lines.next()).value;
    },
    async stop() {
      await browser.close();
      server.stdin.end();
      await new Promise(resolve => server.once('exit', resolve));
    },
  };
}

/** A page whose errors, and violations of the content security policy, are kept in `page.problems`. */
export async function open(trial, path = '/', options = {}) {
  const context = await trial.browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', error => page.problems.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('404')) {
      page.problems.push(message.text());
    }
  });
  page.on('request', request => {
    if (!request.url().startsWith(trial.url) && !request.url().startsWith('blob:')) {
      page.problems.push('a request to ' + request.url());
    }
  });
  await page.goto(trial.url + path.slice(1));
  await page.locator('main h1').waitFor();
  return page;
}
