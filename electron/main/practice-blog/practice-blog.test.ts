import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, it } from 'vitest';
import { practiceBlogTarget, practiceSite } from '../../../core/publishing/targets/practice-blog/practice-blog.ts';
import { type ContractWorld, targetContract } from '../../../core/publishing/testing/target-contract.ts';
import { siteFolder } from './site-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'rejoinder-practice-blog-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folder = siteFolder(root);

const world: ContractWorld = {
  target: practiceBlogTarget(folder, Date.now),
  connection: { site: practiceSite(folder), credential: null },
  typedAddress: folder.address,
  read: (address) => readFile(fileURLToPath(address), 'utf8').catch(() => null),
  // Addresses of files are those from a post's page.
  bytesAt: (address) => readFile(join(root, 'posts', 'any', address)).then((bytes) => Uint8Array.from(bytes)),
  feedAddress: new URL('feed.xml', folder.address).href,
  now: Date.now,
};

describe('the practice blog in a folder keeps every promise of a target', () => {
  it.each(targetContract)('$promise', ({ keeps }) => keeps(world));
});
