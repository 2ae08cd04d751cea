import { useEffect } from 'react';
import { bridge } from '../bridge/client.ts';
import { offerLink } from './window-state.ts';

/** Opens the sheet for a new post with the address on the clipboard; without one when there is none. */
export const offerCopiedLink = async (): Promise<void> => {
  const copied = await bridge().app.copiedLink();
  offerLink(copied.ok ? copied.value : '');
};

const takeLink = async (): Promise<void> => {
  const link = await bridge().app.takeLink();
  if (link.ok && link.value !== null) offerLink(link.value);
};

/** The editor and fields take dropped addresses in their own ways, and a sheet takes none. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[contenteditable="true"], input, textarea, [role="dialog"]') !== null;

const bringsLink = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('text/uri-list') === true && !dataTransfer.types.includes('Files');

const linkOf = ({ dataTransfer }: DragEvent): string =>
  (dataTransfer?.getData('text/uri-list') ?? '').split(/\r?\n/).find((line) => /^https?:/i.test(line)) ?? '';

/** Addresses that come from outside: dropped on the window, on the command line, or by `rejoinder://new`. */
export const useIncomingLinks = (painted: boolean): void => {
  useEffect(() => {
    if (!painted) return;
    void takeLink();
    const onDragOver = (event: DragEvent): void => {
      if (!bringsLink(event) || isTaken(event.target)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent): void => {
      if (!bringsLink(event) || isTaken(event.target)) return;
      event.preventDefault();
      const link = linkOf(event);
      if (link !== '') offerLink(link);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    const stop = bridge().on('linkArrived', () => void takeLink());
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
      stop();
    };
  }, [painted]);
};
