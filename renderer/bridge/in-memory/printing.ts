import type { PostId } from '../../../core/document/post.ts';
import type { Client, Preview } from '../../../core/ipc.ts';
import { ok, type Result } from '../../../core/trouble.ts';
import printStyles from '../../styles/print.css?url';

/** Prints by the browser's own dialog, which also makes PDFs: it asks for the place by itself. */
export const inMemoryPrinting = (preview: (id: PostId) => Promise<Result<Preview>>): Client['printing'] => {
  const print = async (id: PostId): Promise<Result<void>> => {
    const previewed = await preview(id);
    if (!previewed.ok) return previewed;
    const page = document.implementation.createHTMLDocument(previewed.value.title);
    const sheet = page.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = new URL(printStyles, document.baseURI).href;
    page.head.append(sheet);
    if (previewed.value.language !== '') page.documentElement.lang = previewed.value.language;
    page.body.className = 'prose';
    page.body.dataset.numbered = '';
    // The dialect sanitised it.
    page.body.innerHTML = previewed.value.html;
    const headline = page.createElement('h1');
    headline.textContent = previewed.value.title;
    page.body.prepend(headline);
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.srcdoc = `<!doctype html>${page.documentElement.outerHTML}`;
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
      document.body.append(frame);
    });
    frame.contentWindow?.print();
    frame.remove();
    return ok(undefined);
  };
  return {
    print: ({ id }) => print(id as PostId),
    choosePdf: async ({ id }) => {
      const printed = await print(id as PostId);
      return printed.ok ? ok(null) : printed;
    },
    makePdf: () => Promise.resolve(ok(undefined)),
    showPdf: () => Promise.resolve(ok(undefined)),
  };
};
