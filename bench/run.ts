import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchBrowserProcess } from './browser-process.ts';
import { benchCopying } from './copying.ts';
import { benchFinding } from './finding.ts';
import { benchKeyGrowth, benchKeys } from './keys.ts';
import { benchLaunch } from './launch.ts';
import { benchOpenMemory, benchTypedMemory } from './memory.ts';
import { benchOpening } from './opening.ts';
import { benchPasting } from './pasting.ts';
import { buildBareEditor } from './posts.ts';
import type { Row } from './statistics.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, rounds: { type: 'string' }, only: { type: 'string' } },
});
const rounds = Math.max(9, Number(values.rounds ?? 9));

/** In a short post a key costs so little that the machine's own wandering is a large part of it. */
const keyRounds = Math.max(21, rounds);

const benchmarks: Readonly<Record<string, () => Promise<Row>>> = {
  launch: () => benchLaunch(rounds),
  'keys-1000': () => benchKeys({ words: 1000, pictures: 40, target: 1 }, keyRounds),
  'keys-20000': () => benchKeys({ words: 20_000, pictures: 40, target: 1 }, rounds),
  'keys-1000-all': () => benchKeys({ words: 1000, pictures: 40, target: 1.1, everything: true }, keyRounds),
  'keys-20000-all': () => benchKeys({ words: 20_000, pictures: 40, target: 1, everything: true }, rounds),
  'keys-100000-all': () => benchKeys({ words: 100_000, pictures: 40, target: 0.7, everything: true }, rounds),
  'keys-growth': () => benchKeyGrowth(100_000, 1000, 40, rounds),
  opening: () => benchOpening(20_000, 40, rounds),
  finding: () => benchFinding(100_000, rounds),
  copying: () => benchCopying(5000, 10_000, rounds),
  pasting: () => benchPasting(5000, rounds),
  'browser-process': () => benchBrowserProcess(rounds),
  'memory-typed': () => benchTypedMemory(rounds),
  'memory-open': () => benchOpenMemory(20_000, 40, rounds),
};

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

const show = (row: Row): string =>
  [
    row.name.padEnd(58),
    `${number(row.ours)} ${row.unit}`.padStart(12),
    `${number(row.peer)} ${row.unit}`.padStart(12),
    row.peerName.padEnd(22),
    row.ratio.toFixed(2).padStart(6),
    (row.target === null ? '' : `≤ ${row.target}`).padStart(7),
    (row.ok ? 'ok' : 'MISSED').padEnd(7),
    `${row.spread[0].toFixed(2)}–${row.spread[1].toFixed(2)}`,
    row.p95 === undefined ? '' : `p95 ${number(row.p95)}`,
    row.longest === undefined ? '' : `longest ${number(row.longest)}`,
  ].join('  ');

await buildBareEditor();
const heading = [
  'benchmark'.padEnd(58),
  'ours'.padStart(12),
  'peer'.padStart(12),
  'peer name'.padEnd(22),
  ' ratio',
  ' target',
  '       ',
  'peer against itself',
];
console.log(heading.join('  '));
const rows: Row[] = [];
for (const [name, measure] of Object.entries(benchmarks)) {
  if (values.only && !values.only.split(',').includes(name)) continue;
  const row = await measure();
  rows.push(row);
  console.log(show(row));
}
if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
