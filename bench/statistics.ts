/** The middle value; the mean of the two middle ones for an even count. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Linear interpolation between the closest ranks; `share` from 0 to 1. */
export const percentile = (values: readonly number[], share: number): number => {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
};

/** One interleaved round: ours, the peer, and the peer once more, which tells how far the machine itself wanders. */
export type Round = { readonly ours: number; readonly peer: number; readonly peerAgain: number };

/** A row of the table and of `--json`. */
export type Row = {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
  readonly target: number | null;
  readonly ok: boolean;
  /** The ratio of the peer to itself, 5th to 95th percentile over the rounds. */
  readonly spread: readonly [number, number];
  /** 95th percentile of our single samples, where a round has many. */
  readonly p95?: number;
  /** The longest single one of ours in a round, as a median over the rounds. */
  readonly longest?: number;
};

/** Summarises interleaved rounds: the median of the ratios pair by pair, so that a drifting machine cancels out. */
export const rowOf = (
  about: {
    readonly name: string;
    readonly unit: string;
    readonly peerName: string;
    readonly target: number | null;
    readonly p95?: number;
    readonly longest?: number;
  },
  rounds: readonly Round[],
): Row => {
  const ratio = median(rounds.map((round) => round.ours / ((round.peer + round.peerAgain) / 2)));
  const against = rounds.map((round) => round.peerAgain / round.peer);
  return {
    ...about,
    ours: median(rounds.map((round) => round.ours)),
    peer: median(rounds.flatMap((round) => [round.peer, round.peerAgain])),
    ratio,
    ok: about.target === null || ratio <= about.target,
    spread: [percentile(against, 0.05), percentile(against, 0.95)],
  };
};
