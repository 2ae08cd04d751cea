import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/** Paper and PDF. What lays pages out is loaded when the first page is asked for. */
export const printingHandlers = (services: Services): HandlersOf<'printing'> => {
  let made: ReturnType<typeof load> | undefined;
  const load = async () => (await import('../printing/printing.ts')).makePrinting(services);
  const printing = (): ReturnType<typeof load> => {
    made ??= load();
    return made;
  };
  return {
    print: async ({ id }) => (await printing()).print(id),
    choosePdf: async ({ id }) => (await printing()).choosePdf(id),
    makePdf: async ({ id }) => (await printing()).makePdf(id),
    showPdf: async () => (await printing()).showPdf(),
  };
};
