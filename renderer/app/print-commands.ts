import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../core/document/post.ts';
import { bridge } from '../bridge/client.ts';
import { useSettings } from '../bridge/queries.ts';
import { dismissNotice, showNotice, showTrouble } from '../ui/notices.ts';
import { useCommand } from './commands.ts';
import { flushAll } from './opening.ts';

/** Work that takes longer than this says that it goes on, in milliseconds. */
const patience = 300;

/** Print… and Export as PDF…: the post as it is published, with everything that was typed. */
export const usePrintCommands = (): void => {
  const { t } = useTranslation();
  const { openPost } = useSettings();
  const [busy, setBusy] = useState(false);
  const id = openPost as PostId | null;

  const print = async (post: PostId): Promise<void> => {
    const flushed = await flushAll();
    const printed = flushed.ok ? await bridge().printing.print({ id: post }) : flushed;
    if (!printed.ok) showTrouble(printed.error);
  };
  const exportPdf = async (post: PostId): Promise<void> => {
    const flushed = await flushAll();
    const chosen = flushed.ok ? await bridge().printing.choosePdf({ id: post }) : flushed;
    if (!chosen.ok) showTrouble(chosen.error);
    if (!chosen.ok || chosen.value === null) return;
    const { name } = chosen.value;
    let told: number | null = null;
    const timer = window.setTimeout(() => {
      told = showNotice({ text: t('pdf.making', { name }) });
    }, patience);
    const made = await bridge().printing.makePdf({ id: post });
    window.clearTimeout(timer);
    if (told !== null) dismissNotice(told);
    if (made.ok) {
      const show = { label: t('pdf.show'), onAction: () => void bridge().printing.showPdf() };
      showNotice({ text: t('pdf.made', { name }), action: show });
    } else showTrouble(made.error);
  };
  const alone = (run: (post: PostId) => Promise<void>) => async (): Promise<void> => {
    if (id === null) return;
    setBusy(true);
    await run(id).finally(() => setBusy(false));
  };
  const state = { enabled: id !== null && !busy, ...(busy ? { reason: 'busy' as const } : {}) };
  useCommand('file.print', () => void alone(print)(), state);
  useCommand('file.export-pdf', () => void alone(exportPdf)(), state);
};
