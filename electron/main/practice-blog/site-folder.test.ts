import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteFolder } from './site-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rejoinder-site folder-'));
});
afterEach(() => {
  chmodSync(root, 0o700);
  rmSync(root, { recursive: true, force: true });
});

const text = (bytes: Uint8Array | null | undefined): string => new TextDecoder().decode(bytes ?? undefined);

describe('a folder of a site', () => {
  it('holds what was written, by folders, until it is removed', async () => {
    const folder = siteFolder(join(root, 'site'));
    expect(await folder.read('posts/a/index.html')).toEqual({ ok: true, value: null });
    expect(await folder.list('posts')).toEqual({ ok: true, value: [] });
    await folder.write('posts/a/index.html', 'é');
    await folder.write('posts/a/index.html', 'é2');
    const read = await folder.read('posts/a/index.html');
    expect(read.ok && text(read.value)).toBe('é2');
    expect(await folder.list('posts')).toEqual({ ok: true, value: ['a'] });
    expect(await folder.remove('posts/a')).toEqual({ ok: true, value: undefined });
    expect(await folder.remove('posts/a')).toEqual({ ok: true, value: undefined });
    expect(await folder.list('posts')).toEqual({ ok: true, value: [] });
  });

  it('leaves nothing half-written beside its files', async () => {
    const folder = siteFolder(root);
    await folder.write('index.html', 'words');
    expect(readdirSync(root)).toEqual(['index.html']);
  });

  it('has an address that a browser opens, whatever its name', () => {
    expect(siteFolder(root).address).toMatch(/^file:\/\/\/.*site%20folder-[^/]*\/$/);
  });

  it('is never left by a path', async () => {
    await expect(siteFolder(root).read('../secret')).rejects.toThrow('outside');
  });

  it('says what stands in the way', async () => {
    writeFileSync(join(root, 'posts'), 'a file where a folder should be');
    const written = await siteFolder(root).write('posts/a/index.html', 'x');
    expect(written).toMatchObject({
      ok: false,
      error: { code: 'blog/folder', params: { path: 'posts/a/index.html' } },
    });
  });
});
