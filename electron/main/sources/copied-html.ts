import { clipboard } from 'electron';

/** The most that is looked at, in characters: a copied page with its quotation marks escaped has a few times its size. */
const maxHtml = 60_000_000;

/** The HTML on the clipboard; empty when there is none, or more than anybody copies. */
export const copiedHtml = async (): Promise<string> => {
  // The way of the runtimes before Electron 45, which know no items.
  const older: typeof clipboard & { readHTML?: () => string } = clipboard;
  if (older.readHTML) {
    const html = older.readHTML();
    return html.length > maxHtml ? '' : html;
  }
  for (const item of await clipboard.read()) {
    if (!item.types.includes('text/html')) continue;
    const html = await item.getType<'text/html'>('text/html');
    return html.size > maxHtml ? '' : html.text();
  }
  return '';
};
