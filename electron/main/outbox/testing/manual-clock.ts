import type { Clock } from '../clock.ts';

/** A clock that stands still until it is moved; alarms go off in their order on the way. */
export class ManualClock implements Clock {
  #time: number;
  #alarms: { readonly at: number; readonly run: () => void }[] = [];

  constructor(time: number) {
    this.#time = time;
  }

  readonly now = (): number => this.#time;

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const alarm = { at: this.#time + milliseconds, run };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((it) => it !== alarm);
    };
  };

  /** When the next alarm goes off; null when none is set. */
  get next(): number | null {
    return this.#alarms.length === 0 ? null : Math.min(...this.#alarms.map(({ at }) => at));
  }

  /** Moves on and sets off what is due; what it starts is not waited for. */
  moveTo(time: number): void {
    for (;;) {
      const [first] = this.#alarms.filter(({ at }) => at <= time).toSorted((a, b) => a.at - b.at);
      if (!first) break;
      this.#alarms = this.#alarms.filter((it) => it !== first);
      this.#time = Math.max(this.#time, first.at);
      first.run();
    }
    this.#time = Math.max(this.#time, time);
  }
}
