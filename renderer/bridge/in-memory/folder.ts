import { wholeBytes } from '../../../core/publishing/byte-source.ts';
import type { SiteFolder } from '../../../core/publishing/targets/practice-blog/site-folder.ts';
import { ok } from '../../../core/trouble.ts';

const encoder = new TextEncoder();

/** A site folder that lives as long as the page. */
export const inMemoryFolder = (address: string): SiteFolder => {
  const files = new Map<string, Uint8Array>();
  return {
    address,
    read: (path) => Promise.resolve(ok(files.get(path) ?? null)),
    write: async (path, content) => {
      files.set(path, typeof content === 'string' ? encoder.encode(content) : await wholeBytes(content));
      return ok(undefined);
    },
    list: (path) => {
      const start = path === '' ? '' : `${path}/`;
      const inside = [...files.keys()].filter((file) => file.startsWith(start));
      return Promise.resolve(ok([...new Set(inside.map((file) => file.slice(start.length).split('/')[0] ?? ''))]));
    },
    remove: (path) => {
      for (const file of [...files.keys()]) if (file === path || file.startsWith(`${path}/`)) files.delete(file);
      return Promise.resolve(ok(undefined));
    },
  };
};
