/** A number that a soak sets (`npm run soak`), with a default for the usual run. */
const numberFrom = (name: string, otherwise: number): number => {
  const given = Number(process.env[name] ?? otherwise);
  if (!Number.isSafeInteger(given) || given < 0)
    throw new Error(`${name} must be a whole number, not ${process.env[name]}.`);
  return given;
};

/** How often a test of chance or of many cases is done: `usual`, or `SOAK_COUNT` times as often in a soak. */
export const rounds = (usual: number): number => usual * Math.max(1, numberFrom('SOAK_COUNT', 1));

/** Where the chance of this run starts: `SOAK_SEED`, else the clock. Print it, for with it a failure can be repeated. */
export const seed: number = numberFrom('SOAK_SEED', Date.now() % 2 ** 31);

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export const chance = (start: number): (() => number) => {
  let state = start | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
