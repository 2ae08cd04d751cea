import type { z } from 'zod';
import type { Contract, Group, OutputOf } from '../../../core/ipc.ts';
import type { Result } from '../../../core/trouble.ts';

type Answer<Output> = Result<Output> | Promise<Result<Output>>;

/** What one group of the contract is carried out by: its calls with parsed input. */
export type HandlersOf<G extends Group> = {
  readonly [N in keyof Contract[G]]: Contract[G][N] extends { readonly input: infer Input extends z.ZodType }
    ? (input: z.output<Input>) => Answer<OutputOf<Contract[G][N]>>
    : never;
};

/** All of the contract. A call without a handler does not compile. */
export type Handlers = { readonly [G in Group]: HandlersOf<G> };
