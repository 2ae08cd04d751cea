import { z } from 'zod';

/** One call of the contract: its input is parsed in the main process, its output is a type. */
export type Call<Input extends z.ZodType, Output> = { readonly input: Input; readonly output?: Output };

/** A call that answers an `Output`, from the schema of its input. */
export const call =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input });

/** The input of a call that takes none. */
export const none = z.undefined();
