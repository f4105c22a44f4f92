import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { open, start } from './trial.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env.COPYDESK_SCREENSHOTS;

let trial;
let pages;

before(async () => {
  trial = await start();
  const get = async path => (await fetch(trial.url + path)).json();
  const article = (await get('api/articles?q=' + encodeURIComponent('"ferry line"') + '&sort=newest')).items.find(one => one.version === 2);
  const letter = (await get('api/dead-letters')).items[0];
  const feed = (await get('api/feeds')).items[0];
  const hostile = (await get('api/articles?q=hostilemarker')).items[0];
  pages = {
    now: '/',
    articles: '/articles?q=harbour',
    article: '/article?id=' + encodeURIComponent(article.id),
    hostile: '/article?id=' + encodeURIComponent(hostile.id),
    stories: '/stories',
    story: '/story?id=' + encodeURIComponent(article.story),
    feeds: '/feeds',
    feed: '/feed?url=' + encodeURIComponent(feed.url),
    letters: '/dead-letters',
    letter: '/dead-letter?id=' + encodeURIComponent(letter.id),
    duplicates: '/duplicates',
    alerts: '/alerts',
    rules: '/alert-rules',
  };
}, { timeout: 180_000 });

after(() => trial?.stop());

/** Every page, its deep link opened anew: it shows itself, without errors, without barriers, and no wider than the screen. */
for (const [name, options] of [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['400 px', { viewport: { width: 400, height: 800 } }],
  ['400 px, dark', { viewport: { width: 400, height: 800 }, colorScheme: 'dark' }],
]) {
  test('every page, ' + name, async () => {
    for (const [key, path] of Object.entries(pages)) {
      const page = await open(trial, path, options);
      assert.match(await page.title(), /· Copydesk$/);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map(one => [key, one.id, one.nodes[0].html, one.nodes[0].failureSummary]), []);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, key + ' is ' + wider + ' px wider than the screen');
      assert.deepEqual(page.problems, [], key);
      if (SHOTS) {
        await page.screenshot({ path: `${SHOTS}/${key}-${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true });
      }
      await page.context().close();
    }
  });
}

test('search: words, a filter, the next page, and back', async () => {
  const page = await open(trial, '/articles');
  await page.getByLabel('Words').fill('"fish market"');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.locator('.snippet').first().waitFor();
  assert.match(page.url(), /q=%22fish\+market%22/);
  await page.getByText('Filters').click();
  await page.getByLabel('Site').fill('quaypost.example');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/site=quaypost/);
  for (const site of await page.locator('.items .meta a[href*="site="]').allTextContents()) {
    assert.equal(site, 'quaypost.example');
  }
  await page.goBack();
  await page.waitForURL(url => !url.search.includes('site=quaypost'));
  await page.goto(trial.url + 'articles');
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByText('Page 2 of').waitFor();
  assert.deepEqual(page.problems, []);
});

test('an article beside what was stripped, its revision as a diff, its relations', async () => {
  const page = await open(trial, pages.article);
  const stripped = page.locator('#stripped');
  assert.match(await stripped.textContent(), /device sharing.*notices\/es\/device-sharing-1.*¿Quieres añadir/s);
  const revisions = page.locator('#revisions');
  assert.match(await revisions.locator('.change.edited del').first().textContent(), /25|hear/);
  assert.match(await revisions.locator('.change.edited ins').first().textContent(), /30|listen/);
  assert.match(await revisions.textContent(), /might open early/);
  await page.locator('#relations a').first().click();
  await page.waitForURL(url => !pages.article.endsWith(url.search));
  await page.locator('main h1').waitFor();
});

test('quotes: marked in the text, with their speakers, one of them by its address, and all of a speaker', async () => {
  const page = await open(trial, pages.article + '#quote-2');
  const quotes = page.locator('#quotes li');
  assert.match(await quotes.nth(0).textContent(), /Wenna Tregarth.*said.*We have waited for this since the spring tide,/s);
  assert.match(await quotes.nth(1).textContent(), /Wenna Tregarth \(she\).*added.*Nobody asked the boats,/s);
  assert.deepEqual(await page.locator('#text .quote').allTextContents(), ['We have waited for this since the spring tide,', 'Nobody asked the boats,']);
  assert.equal(await page.locator(':target').textContent(), 'Nobody asked the boats,');
  assert.ok(await page.locator('#quote-2').evaluate(one => one.getBoundingClientRect().top < innerHeight), 'the quote is not on the screen');
  await quotes.nth(0).getByRole('link', { name: 'Wenna Tregarth' }).click();
  await page.waitForURL(/speaker=/);
  await page.locator('.items a').first().waitFor();
  assert.equal(await page.getByLabel('Quotes (name)').inputValue(), '"Wenna Tregarth"');
  assert.deepEqual(page.problems, []);
});

test('live: an article is on the page within a second of its record, and can be held back', async () => {
  const page = await open(trial, '/');
  await page.getByText('Live', { exact: true }).waitFor();
  const shown = page.getByText('Tugboat arrives at noon').waitFor();
  await trial.publish(800, 'Tugboat arrives at noon');
  const begun = Date.now();
  await shown;
  const millis = Date.now() - begun;
  assert.ok(millis <= 1000, millis + ' ms');
  await page.getByRole('button', { name: 'Pause' }).click();
  await trial.publish(801, 'Tugboat leaves again');
  await page.getByRole('button', { name: /Go on \(1 new\)/ }).click();
  await page.getByText('Tugboat leaves again').waitFor();
  assert.deepEqual(page.problems, []);
});

test('a hostile headline is text, everywhere', async () => {
  for (const path of [pages.hostile, '/articles?q=hostilemarker', '/']) {
    const page = await open(trial, path);
    await page.getByText('<img src=x onerror=').first().waitFor();
    assert.equal(await page.locator('main img, main script').count(), 0);
    assert.doesNotMatch(await page.title(), /^owned/);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test('dead letters: by reason, the original as text, and a retry takes it away', async () => {
  const page = await open(trial, '/dead-letters');
  await page.getByRole('link', { name: 'not a page' }).first().click();
  await page.locator('.items a').first().click();
  await page.locator('.original').waitFor();
  assert.match(await page.locator('.original').textContent(), /"hello"/);
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByText('again.').waitFor();
  await page.goto(trial.url + 'dead-letters?stage=clean&reason=not-a-page');
  await page.getByText('No dead letter fits.').waitFor();
  assert.deepEqual(page.problems, []);
});

test('alerts: by rule, and what they tell of', async () => {
  const page = await open(trial, '/alerts');
  await page.getByRole('table').getByRole('link', { name: 'widely-told' }).click();
  await page.getByText('1 alert of the rule widely-told').waitFor();
  await page.locator('.items .item-title a').first().click();
  await page.waitForURL(/story\?id=/);
  await page.goto(trial.url + 'alerts?kind=article');
  await page.getByText('<img src=x onerror=').first().waitFor();
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.deepEqual(page.problems, []);
});

test('rules of alerts: those of the file, a wrong one, one added by keyboard and removed; a hostile one is text', async () => {
  const page = await open(trial, '/alert-rules');
  const table = page.getByRole('region', { name: 'Rules' });
  assert.match(await table.getByRole('row', { name: /widely-told/ }).textContent(), /file.*story-sites 5.*1/);
  assert.equal(await table.getByRole('row', { name: /widely-told/ }).getByRole('button').count(), 0);
  assert.match(await table.getByRole('row', { name: /img src=x/ }).textContent(), /refused.*must be lower-case letters/);
  assert.equal(await page.locator('main img, main script').count(), 0);

  const name = page.getByLabel('Name', { exact: true });
  await name.fill('tugboats');
  await page.keyboard.press('Enter');
  await page.getByText('rule tugboats: asks for nothing').waitFor();
  await name.fill('widely-told');
  await page.getByLabel('Words, one of them').fill('tugboat, <b>pilot</b> boat');
  await page.keyboard.press('Enter');
  await page.getByText('rule widely-told is in the file of the role alerts').waitFor();
  await name.fill('tugboats');
  await page.keyboard.press('Enter');
  await page.getByText('Added: tugboats').waitFor();
  const added = table.getByRole('row', { name: /tugboats/ });
  assert.match(await added.textContent(), /added.*words tugboat, <b>pilot<\/b> boat/);
  await page.getByLabel('Tells of').selectOption('Stories of several sites');
  await name.fill('wide');
  await page.getByLabel('From how many sites at least').fill('many');
  await page.keyboard.press('Enter');
  await page.getByText('rule wide: story-sites must be a number from 2 to 1000, but is many').waitFor();

  await added.getByRole('button', { name: 'Remove' }).focus();
  await page.keyboard.press('Enter');
  await added.getByRole('button', { name: 'Really remove tugboats' }).waitFor();
  await page.keyboard.press('Enter');
  await added.waitFor({ state: 'detached' });
  assert.deepEqual(page.problems.filter(problem => !/400/.test(problem)), []);
});

test('feeds: one is polled, one is added and removed, and the list is given out', async () => {
  const page = await open(trial, pages.feed);
  await page.getByRole('button', { name: 'Poll now' }).click();
  await page.getByText('Asked;').waitFor();
  await page.goto(trial.url + 'feeds');
  await page.getByLabel('Address of a feed or sitemap').fill('https://www.newbay.example/feed.xml');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.locator('.outcome a').click();
  await page.getByText('not looked at yet').waitFor();
  const list = await (await fetch(trial.url + 'api/feeds.opml')).text();
  assert.match(list, /newbay\.example/);
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Really remove it' }).click();
  await page.getByRole('heading', { name: 'Feeds', level: 1 }).waitFor();
  assert.equal(await page.getByText('newbay.example').count(), 0);
  assert.deepEqual(page.problems, []);
});

test('a merged story leads to the one that it is now; a wrong address says so', async () => {
  const merged = (await (await fetch(trial.url + 'api/story?id=' + encodeURIComponent((await stories())[1]))).json()).merged[0];
  const page = await open(trial, '/story?id=' + encodeURIComponent(merged));
  await page.getByRole('link', { name: 'the story that it is now' }).click();
  await page.getByText('merged').first().waitFor();
  await page.goto(trial.url + 'article?id=none');
  await page.getByRole('heading', { name: 'Not found' }).waitFor();
});

async function stories() {
  const list = await (await fetch(trial.url + 'api/stories?size=100')).json();
  const found = [];
  for (const story of list.items) {
    const one = await (await fetch(trial.url + 'api/story?id=' + encodeURIComponent(story.id))).json();
    if (one.merged.length > 0) {
      return [null, story.id];
    }
  }
  return found;
}

test('by keyboard alone: skip, go to a page, search, open the first result, and see where the focus is', async () => {
  const page = await open(trial, '/');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  const tabTo = async text => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
      if (shown.startsWith(text)) {
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
        assert.equal(outline, 'solid', text + ' shows no focus');
        return;
      }
    }
    assert.fail('Tab does not reach ' + text);
  };
  await tabTo('Articles');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
  await tabTo('field-q');
  await page.keyboard.type('drawbridge');
  await page.keyboard.press('Enter');
  await page.locator('.snippet').first().waitFor();
  await tabTo('Drawbridge');
  await page.keyboard.press('Enter');
  await page.locator('#stripped').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
});
