import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import type { Media } from '../core/document/media.ts';
import { schemaVersion } from '../core/document/migrations/migrations.ts';
import type { DocumentJson, Post, StoredDocument } from '../core/document/post.ts';
import type { PreloadBridge } from '../core/ipc.ts';
import type { Result } from '../core/trouble.ts';
import { png } from '../e2e/world/pictures.ts';
import { type RunningApp, root, startApp } from './apps.ts';
import { makeDocument } from './words.ts';

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

/** The pictures of a benchmark differ in their bytes, as pictures do. */
const makePicture = (number: number): Buffer => png({ colour: [40 + number * 4, 90, 140] });

/** A program with a page in it that shows a post. */
export type Opened = { readonly program: RunningApp; readonly page: Page };

/** Puts the document into a post of its own and opens it, through the same contract the window uses. */
export const openInOurs = async (
  words: number,
  pictures: number,
): Promise<Opened & { readonly document: DocumentJson }> => {
  const program = await startApp(root);
  const files = Array.from({ length: pictures }, (_, i) => [...makePicture(i)]);
  const hashes = await program.page.evaluate(async (bytes) => {
    const bridge = (window as unknown as { rejoinder: PreloadBridge }).rejoinder;
    const out: string[] = [];
    for (const [i, file] of bytes.entries()) {
      const answer = await bridge.media.add({ name: `plain-${i}.png`, bytes: new Uint8Array(file) });
      const added = JSON.parse(answer) as Result<Media>;
      if (!added.ok) throw new Error(added.error.code);
      out.push(added.value.sha256);
    }
    return out;
  }, files);
  const document = makeDocument(words, hashes);
  const stored: StoredDocument = { schemaVersion, doc: document };
  await program.page.evaluate(async (document) => {
    const bridge = (window as unknown as { rejoinder: PreloadBridge }).rejoinder;
    const post = JSON.parse(await bridge.posts.create({ template: 'blank' })) as Result<Post>;
    if (!post.ok) throw new Error(post.error.code);
    const { id, revision, sequence } = post.value;
    const saved = JSON.parse(await bridge.posts.save({ id, revision, sequence, document })) as Result<unknown>;
    if (!saved.ok) throw new Error(saved.error.code);
    await bridge.settings.set({ openPost: id });
  }, stored);
  await program.page.reload();
  await program.page.getByRole('heading', { name: 'A post of many words' }).first().waitFor();
  return { program, page: program.page, document };
};

/** The same document in the bare editor. */
export const openInPeer = async (document: DocumentJson, pictures: readonly string[]): Promise<Opened> => {
  const program = await startApp(join(root, 'bench/peers/bare-editor'));
  const addresses = Object.fromEntries(
    pictures.map((hash, i) => [hash, `data:image/png;base64,${Buffer.from(makePicture(i)).toString('base64')}`]),
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

/** The hashes of a document's pictures, in their order. */
export const picturesOf = (document: DocumentJson): string[] => {
  const own = document.type === 'figure' ? [String(document.attrs?.media)] : [];
  return [...own, ...(document.content ?? []).flatMap(picturesOf)];
};

/** Puts the caret at the end of a paragraph in the middle of the text, in view. */
export const placeCaret = async (page: Page): Promise<void> => {
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
