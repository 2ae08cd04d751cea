import { z } from 'zod';
import { type Contract, contract, type Group } from '../../../core/ipc.ts';
import { failed, type Result } from '../../../core/trouble.ts';
import type { Log } from '../log.ts';
import type { Handlers } from './handlers.ts';

/** Carries one call out: `group` and `name` are of the contract, `input` is whatever the window sent. */
export type Dispatch = (group: string, name: string, input: unknown) => Promise<Result<unknown>>;

/**
 * Parses what the window sent by the contract's schema, then runs the handler. Input that does not fit is answered
 * `app/bad-request`; what a handler throws is a bug, logged with its stack and answered `app/bug`.
 */
export const makeDispatch =
  (handlers: Handlers, log: Log): Dispatch =>
  async (group, name, input) => {
    const calls: Readonly<Record<string, { readonly input: z.ZodType }>> = contract[group as Group];
    const call = calls[name];
    if (!call) throw new Error(`The contract has no call ${group}.${name}.`);
    const parsed = call.input.safeParse(input);
    if (!parsed.success) {
      const detail = `${group}.${name}: ${z.prettifyError(parsed.error)}`;
      log.warn(`Refused ${detail}`);
      return failed('app/bad-request', { detail });
    }
    try {
      // The contract's own types tie each handler to its schema; here, over all of them, they are lost.
      const run = handlers[group as Group][name as keyof Contract[Group]] as (
        input: unknown,
      ) => Promise<Result<unknown>>;
      return await run(parsed.data);
    } catch (error) {
      log.error(`${group}.${name}`, error);
      return failed('app/bug', { detail: `${group}.${name}: ${String(error)}` });
    }
  };
