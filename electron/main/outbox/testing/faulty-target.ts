import type { Target } from '../../../../core/publishing/target.ts';
import { failed, type Result } from '../../../../core/trouble.ts';

/**
 * What a call meets. `refused`: it never arrives. `unanswered`: it is carried out, its answer is lost. `late`: its
 * answer is lost and it is carried out when `deliver` is called. `cut`: neither answer nor trouble ever comes, as when
 * the app is killed; `cut-after` carries it out first.
 */
export type Fault = 'fine' | 'refused' | 'unanswered' | 'late' | 'cut' | 'cut-after';

/** A real target behind a bad network: the fault of each call is asked for. */
export class FaultyTarget {
  readonly calls: (keyof Target)[] = [];
  readonly target: Target;
  /** Set when a call was cut. */
  cut = Promise.withResolvers<void>();
  readonly #late: (() => Promise<unknown>)[] = [];
  fault: (call: keyof Target, number: number) => Fault = () => 'fine';

  constructor(real: Target) {
    const behind =
      <Input extends readonly unknown[], T>(name: keyof Target, call: (...input: Input) => Promise<Result<T>>) =>
      (...input: Input): Promise<Result<T>> =>
        this.#pass(name, () => call(...input));
    this.target = {
      id: real.id,
      discover: real.discover,
      signIn: real.signIn,
      taxonomy: real.taxonomy,
      list: real.list,
      capabilities: behind('capabilities', real.capabilities),
      uploadMedia: behind('uploadMedia', real.uploadMedia),
      createDraft: behind('createDraft', real.createDraft),
      update: behind('update', real.update),
      publish: behind('publish', real.publish),
      find: behind('find', real.find),
      fetch: behind('fetch', real.fetch),
      remove: behind('remove', real.remove),
    };
  }

  /** Everything that is still on its way arrives. */
  async deliver(): Promise<void> {
    for (const arrive of this.#late.splice(0)) await arrive();
  }

  async #pass<T>(name: keyof Target, carryOut: () => Promise<Result<T>>): Promise<Result<T>> {
    this.calls.push(name);
    const fault = this.fault(name, this.calls.length - 1);
    const lost = failed('network/timeout', { unclear: true });
    switch (fault) {
      case 'fine':
        return carryOut();
      case 'refused':
        return failed('network/refused');
      case 'late':
        this.#late.push(carryOut);
        return lost;
      case 'unanswered':
        await carryOut();
        return lost;
      case 'cut-after':
        await carryOut();
        this.cut.resolve();
        return new Promise<never>(() => {});
      case 'cut':
        this.cut.resolve();
        return new Promise<never>(() => {});
    }
  }
}
