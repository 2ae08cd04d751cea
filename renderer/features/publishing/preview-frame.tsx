import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/client.ts';
import previewStyles from '../../styles/preview.css?url';
import { showTrouble } from '../../ui/notices.ts';
import styles from './preview-sheet.module.css';

type Props = {
  readonly title: string;
  /** A BCP 47 tag; empty where the blog is told none. */
  readonly language: string;
  /** Sanitised by its dialect; the frame runs no script whatever it says. */
  readonly html: string;
  readonly onEscape: () => void;
};

const documentOf = ({ title, language, html }: Pick<Props, 'title' | 'language' | 'html'>): Document => {
  const page = document.implementation.createHTMLDocument(title);
  const sheet = page.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = new URL(previewStyles, document.baseURI).href;
  page.head.append(sheet);
  page.documentElement.dataset.theme = document.documentElement.dataset.theme ?? 'light';
  page.documentElement.setAttribute('style', document.documentElement.getAttribute('style') ?? '');
  if (language !== '') page.documentElement.lang = language;
  page.body.className = 'prose';
  page.body.innerHTML = html;
  const headline = page.createElement('h1');
  headline.dir = 'auto';
  headline.textContent = title;
  page.body.prepend(headline);
  return page;
};

/** Follows a link within the page, as a footnote and the way back from it: the frame may not lead anywhere by itself. */
const showPlace = (page: Document, id: string): void => {
  const place = page.getElementById(id);
  place?.scrollIntoView({ block: 'center' });
  const link = place?.matches('a') ? place : place?.querySelector<HTMLElement>('a[href^="#"]');
  link?.focus({ preventScroll: true });
};

/**
 * The post in a frame of its own. The sandbox allows no script, no form and no navigation; it shares our origin only so
 * that the fonts load and the window hears keys and clicks in it. The string itself is put in untouched.
 */
export const PreviewFrame = ({ title, language, html, onEscape }: Props) => {
  const { t } = useTranslation();
  const frame = useRef<HTMLIFrameElement>(null);
  const leave = useRef(onEscape);
  leave.current = onEscape;

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const listen = (): void => {
      const inside = element.contentDocument;
      inside?.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' || event.key === 'F12') {
          event.preventDefault();
          leave.current();
        }
      });
      inside?.addEventListener('click', async (event) => {
        const link = (event.target as Element | null)?.closest('a[href]');
        if (!link) return;
        event.preventDefault();
        const href = link.getAttribute('href') ?? '';
        if (href.startsWith('#')) {
          showPlace(inside, href.slice(1));
          return;
        }
        const opened = await bridge().app.openLink({ url: href });
        if (!opened.ok) showTrouble(opened.error);
      });
    };
    element.addEventListener('load', listen);
    element.srcdoc = `<!doctype html>${documentOf({ title, language, html }).documentElement.outerHTML}`;
    return () => element.removeEventListener('load', listen);
  }, [title, language, html]);

  return <iframe ref={frame} className={styles.frame} title={t('preview.frame')} sandbox="allow-same-origin" />;
};
