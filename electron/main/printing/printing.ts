import { basename, join } from 'node:path';
import { app, dialog, shell } from 'electron';
import type { PostId } from '../../../core/document/post.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import { paperSizeOf } from './paper-size.ts';
import type { PrintedPost } from './print-page.ts';
import { withPrintWindow } from './print-window.ts';
import { writeChosenFile } from './write-file.ts';

/** What Chromium says when the writer closed the print dialog. */
const cancelled = 'Print job canceled';

/** The number of each page at its foot. Chromium fills in what the classes name. */
const pageNumbers =
  '<div style="width: 100%; font: 8px sans-serif; text-align: center; color: #55514a"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** A file name that every system takes. */
export const fileNameOf = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 120) || 'Untitled post';

type Needs = Pick<Services, 'outbox' | 'media' | 'settings' | 'window'>;

/** Posts on paper and as PDF, laid out as they are published. */
export const makePrinting = ({ outbox, media, settings, window }: Needs) => {
  /** The place that the writer chose last for a PDF; the window never names a path. */
  let chosen: string | null = null;
  let written: string | null = null;

  const postOf = async (id: PostId, numbered: boolean): Promise<Result<PrintedPost>> => {
    const preview = await outbox.preview(id, null);
    if (!preview.ok) return preview;
    const { title, html, language } = preview.value;
    return ok({ title, html, language, font: settings.get().postFont, numbered });
  };
  const pageSize = () => paperSizeOf(app.getLocaleCountryCode());

  return {
    /** Opens the system's print dialog; one that is closed again is no trouble. */
    print: async (id: PostId): Promise<Result<void>> => {
      const post = await postOf(id, true);
      if (!post.ok) return post;
      return withPrintWindow(
        post.value,
        media,
        (contents) =>
          new Promise((resolve) => {
            contents.print({ pageSize: pageSize() }, (success, reason) =>
              resolve(success || reason === cancelled ? ok(undefined) : failed('print/failed', { detail: reason })),
            );
          }),
      );
    },
    /** Asks where the PDF goes; answers the file's name, null when the dialog was closed. */
    choosePdf: async (id: PostId): Promise<Result<{ readonly name: string } | null>> => {
      const preview = await outbox.preview(id, null);
      if (!preview.ok) return preview;
      const options: Electron.SaveDialogOptions = {
        title: 'Export as PDF',
        defaultPath: join(app.getPath('documents'), `${fileNameOf(preview.value.title)}.pdf`),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      };
      const parent = window();
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options));
      chosen = canceled || !filePath ? null : filePath;
      return ok(chosen === null ? null : { name: basename(chosen) });
    },
    /** Writes the PDF to the place chosen last. */
    makePdf: async (id: PostId): Promise<Result<void>> => {
      const path = chosen;
      if (path === null) return failed('app/bad-request');
      const post = await postOf(id, false);
      if (!post.ok) return post;
      const pdf = await withPrintWindow(post.value, media, (contents) =>
        contents.printToPDF({
          pageSize: pageSize(),
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: pageNumbers,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      );
      const result = await writeChosenFile(path, pdf);
      if (result.ok) written = path;
      return result;
    },
    /** Shows the PDF written last in its folder. */
    showPdf: (): Result<void> => {
      if (written !== null) shell.showItemInFolder(written);
      return ok(undefined);
    },
  };
};
