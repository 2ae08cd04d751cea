import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeChosenFile } from './write-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rejoinder-pdf-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

test('a file is written, and written over', async () => {
  const path = join(folder, 'post.pdf');
  expect(await writeChosenFile(path, bytes('one'))).toEqual({ ok: true, value: undefined });
  expect(await writeChosenFile(path, bytes('two'))).toEqual({ ok: true, value: undefined });
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(folder)).toEqual(['post.pdf']);
});

test('a place that takes no file is named, and nothing is left behind', async () => {
  const taken = join(folder, 'taken.pdf');
  await mkdir(taken);
  const refused = await writeChosenFile(taken, bytes('one'));
  expect(refused).toMatchObject({ ok: false, error: { code: 'file/not-writable', params: { name: 'taken.pdf' } } });
  const gone = await writeChosenFile(join(folder, 'no', 'post.pdf'), bytes('one'));
  expect(gone).toMatchObject({ ok: false, error: { code: 'file/not-writable' } });
  expect(await readdir(folder)).toEqual(['taken.pdf']);
});
