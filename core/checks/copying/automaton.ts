/** Where a sequence of words stands in another: how many words up to this one, and the index of the last of them there. */
export type Suffix = { readonly length: number; readonly end: number };

/** Reads words one after the other; answers the longest sequence up to each that stands in the indexed one. */
export type Reader = (word: number) => Suffix;

/** A word that is none of the indexed ones. */
export const unknownWord = -1;

const nothing: Suffix = { length: 0, end: -1 };

/**
 * A suffix automaton (Blumer et al. 1985, https://doi.org/10.1016/0304-3975(85)90157-4) over a sequence of words that are
 * numbered from 0: reading a text tells for each of its words the longest sequence that stands somewhere in the indexed one.
 * Building takes as long as the sequence is long and reading as long as the text, whatever repeats in them.
 */
export const indexSequence = (sequence: Int32Array): (() => Reader) => {
  // An automaton has at most 2n states and 3n edges.
  const states = Math.max(2, 2 * sequence.length);
  const edges = 3 * sequence.length + 1;
  const length = new Int32Array(states);
  const link = new Int32Array(states).fill(-1);
  const end = new Int32Array(states);
  const firstEdge = new Int32Array(states).fill(-1);
  const nextEdge = new Int32Array(edges);
  const edgeState = new Int32Array(edges);
  const edgeWord = new Int32Array(edges);
  const edgeTo = new Int32Array(edges);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * edges + 2))).fill(-1);
  let edgeCount = 0;
  let stateCount = 1;

  /** The slot of an edge: its own, or the empty one where it would go. */
  const slotOf = (state: number, word: number): number => {
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (slots.length - 1);
    for (;;) {
      const edge = slots[slot] as number;
      if (edge === -1 || (edgeState[edge] === state && edgeWord[edge] === word)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };
  const follow = (state: number, word: number): number => {
    const edge = slots[slotOf(state, word)] as number;
    return edge === -1 ? -1 : (edgeTo[edge] as number);
  };
  const lead = (state: number, word: number, to: number): void => {
    const slot = slotOf(state, word);
    const known = slots[slot] as number;
    if (known !== -1) {
      edgeTo[known] = to;
      return;
    }
    const edge = edgeCount;
    edgeCount += 1;
    slots[slot] = edge;
    edgeState[edge] = state;
    edgeWord[edge] = word;
    edgeTo[edge] = to;
    nextEdge[edge] = firstEdge[state] as number;
    firstEdge[state] = edge;
  };
  /** A state like another one, for the shorter sequences that end in more places than the longer ones. */
  const split = (from: number, word: number, whole: number): number => {
    const part = stateCount;
    stateCount += 1;
    length[part] = (length[from] as number) + 1;
    link[part] = link[whole] as number;
    end[part] = end[whole] as number;
    for (let edge = firstEdge[whole] as number; edge !== -1; edge = nextEdge[edge] as number) {
      lead(part, edgeWord[edge] as number, edgeTo[edge] as number);
    }
    for (let state = from; state !== -1 && follow(state, word) === whole; state = link[state] as number) {
      lead(state, word, part);
    }
    link[whole] = part;
    return part;
  };

  let last = 0;
  sequence.forEach((word, at) => {
    const current = stateCount;
    stateCount += 1;
    length[current] = (length[last] as number) + 1;
    end[current] = at;
    let state = last;
    while (state !== -1 && follow(state, word) === -1) {
      lead(state, word, current);
      state = link[state] as number;
    }
    if (state === -1) link[current] = 0;
    else {
      const next = follow(state, word);
      link[current] = length[next] === (length[state] as number) + 1 ? next : split(state, word, next);
    }
    last = current;
  });

  return () => {
    let state = 0;
    let matched = 0;
    return (word) => {
      if (word === unknownWord) {
        state = 0;
        matched = 0;
        return nothing;
      }
      let next = follow(state, word);
      while (next === -1 && state !== 0) {
        state = link[state] as number;
        matched = length[state] as number;
        next = follow(state, word);
      }
      if (next === -1) return nothing;
      state = next;
      matched += 1;
      return { length: matched, end: end[state] as number };
    };
  };
};
