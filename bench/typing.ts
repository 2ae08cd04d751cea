import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright';
import { build } from 'vite';
import type { DocumentJson, Post } from '../core/document/post.ts';
import type { Bridge } from '../core/ipc.ts';
import { type RunningApp, root, startApp } from './apps.ts';
import { median, percentile, type Round, type Row, rowOf } from './statistics.ts';
import { makeDocument, makeProse } from './words.ts';

/** Builds the page of the bare editor into `out/bench`. */
export const buildBareEditor = async (): Promise<void> => {
  await build({
    root: join(root, 'bench/peers/bare-editor'),
    base: './',
    logLevel: 'error',
    configFile: false,
    build: { outDir: join(root, 'out/bench'), emptyOutDir: true, target: 'chrome130', modulePreload: false },
  });
};

/** A PNG of 640 × 400 pixels in one colour: the 40 pictures differ in their bytes, as pictures do. */
const makePicture = (shade: number): Uint8Array => {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(640, 0);
  header.writeUInt32BE(400, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + 640 * 3, shade);
  line[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 400 }, () => line)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

type Opened = { readonly program: RunningApp; readonly page: Page };

/** Puts the document into a post of its own and opens it, through the same contract the window uses. */
const openInOurs = async (words: number, pictures: number): Promise<Opened & { readonly document: DocumentJson }> => {
  const program = await startApp(root);
  const files = Array.from({ length: pictures }, (_, i) => [...makePicture(40 + i * 4)]);
  const hashes = await program.page.evaluate(async (bytes) => {
    const bridge = (window as unknown as { rejoinder: Bridge }).rejoinder;
    const out: string[] = [];
    for (const [i, file] of bytes.entries()) {
      const added = await bridge.media.add({ name: `plain-${i}.png`, bytes: new Uint8Array(file) });
      if (!added.ok) throw new Error(added.error.code);
      out.push(added.value.sha256);
    }
    return out;
  }, files);
  const document = makeDocument(words, hashes);
  await program.page.evaluate(async (doc) => {
    const bridge = (window as unknown as { rejoinder: Bridge }).rejoinder;
    const post = await bridge.posts.create({ template: 'blank' });
    if (!post.ok) throw new Error(post.error.code);
    const { id, revision, sequence } = post.value as Post;
    const saved = await bridge.posts.save({ id, revision, sequence, document: { schemaVersion: 1, doc } });
    if (!saved.ok) throw new Error(saved.error.code);
    await bridge.settings.set({ openPost: id });
  }, document);
  await program.page.reload();
  await program.page.getByRole('heading', { name: 'A post of many words' }).first().waitFor();
  return { program, page: program.page, document };
};

const openInPeer = async (document: DocumentJson, pictures: readonly string[]): Promise<Opened> => {
  const program = await startApp(join(root, 'bench/peers/bare-editor'));
  const addresses = Object.fromEntries(
    pictures.map((hash, i) => [
      hash,
      `data:image/png;base64,${Buffer.from(makePicture(40 + i * 4)).toString('base64')}`,
    ]),
  );
  await program.page.evaluate(
    ([doc, map]) =>
      (window as unknown as { openDocument: (doc: DocumentJson, map: Record<string, string>) => void }).openDocument(
        doc,
        map,
      ),
    [document, addresses] as const,
  );
  return { program, page: program.page };
};

const picturesOf = (document: DocumentJson): string[] => {
  const own = document.type === 'figure' ? [String(document.attrs?.media)] : [];
  return [...own, ...(document.content ?? []).flatMap(picturesOf)];
};

/** Puts the caret at the end of a paragraph in the middle of the text, in view. */
const placeCaret = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('.ProseMirror p')].filter(
      (p) => (p.textContent ?? '').length > 200,
    );
    const paragraph = paragraphs[Math.floor(paragraphs.length / 2)];
    if (!paragraph) throw new Error('No paragraph to type in');
    paragraph.scrollIntoView({ block: 'center' });
    (document.querySelector('.ProseMirror') as HTMLElement).focus({ preventScroll: true });
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    range.collapse(false);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  });
};

/** Counts from the key event's own time stamp to the end of the frame that shows its letter. */
const watchKeys = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(window, { keySamples: samples });
    addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => samples.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(0);
        });
      },
      { capture: true },
    );
  });
};

const typeKeys = async (page: Page, text: string): Promise<readonly number[]> => {
  await page.evaluate(() => {
    (window as unknown as { keySamples: number[] }).keySamples.length = 0;
  });
  for (const [i, key] of [...text].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForFunction(
      (count) => (window as unknown as { keySamples: number[] }).keySamples.length >= count,
      i + 1,
      { polling: 5 },
    );
  }
  return page.evaluate(() => [...(window as unknown as { keySamples: number[] }).keySamples]);
};

const keysPerRound = 30;

/** Key press to paint in a post of `words` words with `pictures` figures, against a bare ProseMirror with the same words. */
export const benchKeys = async (words: number, pictures: number, rounds: number): Promise<Row> => {
  const ours = await openInOurs(words, pictures);
  const hashes = picturesOf(ours.document);
  const peer = await openInPeer(ours.document, hashes);
  const peerAgain = await openInPeer(ours.document, hashes);
  try {
    const all = [ours, peer, peerAgain];
    const words30 = makeProse(keysPerRound, 3).toLowerCase().replace('.', '').slice(0, keysPerRound);
    for (const { page } of all) {
      await watchKeys(page);
      await placeCaret(page);
      await typeKeys(page, words30);
    }
    const measured: Round[] = [];
    const samples: number[] = [];
    for (let i = 0; i < rounds; i += 1) {
      const keys = await typeKeys(ours.page, words30);
      samples.push(...keys);
      measured.push({
        peer: median(await typeKeys(peer.page, words30)),
        ours: median(keys),
        peerAgain: median(await typeKeys(peerAgain.page, words30)),
      });
    }
    const name = `key press to paint, ${words.toLocaleString('en')} words and ${pictures} figures`;
    return rowOf(
      { name, unit: 'ms', peerName: 'bare ProseMirror', target: 1, p95: percentile(samples, 0.95) },
      measured,
    );
  } finally {
    await Promise.all([ours, peer, peerAgain].map(({ program }) => program.close()));
  }
};

type MainThread = { readonly all: number; readonly longest: number };
type Hook = { watchMainThread: () => Promise<void>; tasksOfMainThread: () => Promise<MainThread> };

/**
 * How long tasks keep the main thread of the browser process per key press, its share of journaling included. Most of it
 * is the key press itself on its way to the page; the peer journals nothing, so the difference is what ours costs.
 */
export const benchBrowserProcess = async (rounds: number): Promise<Row> => {
  const ours = await openInOurs(1000, 0);
  const peer = await openInPeer(ours.document, []);
  const longest: number[] = [];
  try {
    const text = makeProse(40, 5).toLowerCase().replaceAll('.', '').slice(0, 60);
    const busy = async ({ page, program }: Opened): Promise<number> => {
      await program.app.evaluate(() => (globalThis as unknown as Hook).watchMainThread());
      await page.keyboard.type(text, { delay: 20 });
      const tasks = await program.app.evaluate(() => (globalThis as unknown as Hook).tasksOfMainThread());
      if (program === ours.program) longest.push(tasks.longest);
      return tasks.all / text.length;
    };
    for (const it of [ours, peer]) {
      await placeCaret(it.page);
      await busy(it);
    }
    longest.length = 0;
    const measured: Round[] = [];
    for (let i = 0; i < rounds; i += 1) {
      const first = await busy(peer);
      measured.push({ peer: first, ours: await busy(ours), peerAgain: await busy(peer) });
    }
    const row = rowOf(
      {
        name: 'browser process blocked per key press',
        unit: 'ms',
        peerName: 'bare ProseMirror',
        target: null,
        longest: median(longest),
      },
      measured,
    );
    return row;
  } finally {
    await Promise.all([ours, peer].map(({ program }) => program.close()));
  }
};

/** Types word by word through the browser's own editing, a new paragraph after every seventy words. */
const typeWords = async (page: Page, text: string): Promise<void> => {
  const words = text.split(' ');
  for (let at = 0; at < words.length; at += 70) {
    await page.evaluate(
      (typed) => {
        for (const word of typed) document.execCommand('insertText', false, `${word} `);
      },
      words.slice(at, at + 70),
    );
    await page.keyboard.press('Enter');
  }
};

/** Resident memory of all processes of a program after 5,000 typed words and a garbage collection, in megabytes. */
export const benchMemory = async (rounds: number): Promise<Row> => {
  const text = makeProse(5000, 11);
  const run = async (open: () => Promise<Opened>): Promise<number> => {
    const { page, program } = await open();
    try {
      await placeCaret(page);
      await typeWords(page, text);
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      return await program.app.evaluate(
        ({ app }) => app.getAppMetrics().reduce((sum, it) => sum + it.memory.workingSetSize, 0) / 1024,
      );
    } finally {
      await program.close();
    }
  };
  const document = makeDocument(200, []);
  const measured: Round[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const peer = await run(() => openInPeer(document, []));
    const ours = await run(() => openInOurs(200, 0));
    measured.push({ peer, ours, peerAgain: await run(() => openInPeer(document, [])) });
  }
  return rowOf(
    { name: 'memory after 5,000 typed words', unit: 'MB', peerName: 'bare ProseMirror', target: null },
    measured,
  );
};
