import type { Element, ElementContent, Root, Text } from 'hast';
import { isLanguageTag } from '../../../core/document/language-tag.ts';
import { primaryLanguage } from '../../../core/document/languages.ts';
import { attribute } from '../../../core/rendering/tree.ts';
import { element, type Holder, isElement } from './tree.ts';

const ownLanguage = (it: Element): string | null => {
  const lang = attribute(it, 'lang') || attribute(it, 'xml:lang');
  return isLanguageTag(lang) ? (Intl.getCanonicalLocales(lang)[0] ?? null) : null;
};

type Said = { readonly holder: Holder; readonly node: Text; readonly lang: string | null };

/** Every text with the language that the page says of it; code is in none. */
const textsIn = (tree: Root): readonly Said[] => {
  const texts: Said[] = [];
  const walk = (holder: Holder, lang: string | null): void => {
    for (const child of holder.children) {
      if (child.type === 'text') texts.push({ holder, node: child, lang });
      else if (isElement(child) && !isElement(child, 'pre', 'code', 'style', 'script')) {
        walk(child, ownLanguage(child) ?? lang);
      }
    }
  };
  walk(tree, null);
  return texts;
};

/** The language of most letters; null where most are in one that nobody said. */
const mainLanguage = (texts: readonly Said[]): string | null => {
  const letters = new Map<string | null, number>();
  for (const { node, lang } of texts) {
    const primary = lang && primaryLanguage(lang);
    letters.set(primary, (letters.get(primary) ?? 0) + node.value.trim().length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

const forget = (holder: Holder): void => {
  for (const child of holder.children) {
    if (!isElement(child)) continue;
    if (child.properties.lang !== undefined) delete child.properties.lang;
    forget(child);
  }
};

/**
 * Keeps of the languages that a page says those of passages: words in another language than most of the page and than the
 * post stand in a `<span lang>` of their own. Programs also say in which language they check all of a text; that is the
 * language of most words and is dropped, as are regions: British words among American ones are no passage.
 */
export const markLanguages = (tree: Root, postLanguage: string): void => {
  const texts = textsIn(tree);
  const [main, post] = [mainLanguage(texts), primaryLanguage(postLanguage)];
  forget(tree);
  if (texts.every(({ lang }) => lang === null)) return;
  const passages = new Map<Holder, Map<ElementContent, string>>();
  for (const { holder, node, lang } of texts) {
    const primary = lang && primaryLanguage(lang);
    if (lang === null || primary === main || primary === post || !/\p{L}/u.test(node.value)) continue;
    passages.set(holder, (passages.get(holder) ?? new Map()).set(node, lang));
  }
  for (const [holder, langs] of passages) {
    holder.children = holder.children.map((child) => {
      const lang = langs.get(child as ElementContent);
      return lang === undefined ? child : { ...element('span', [child as ElementContent]), properties: { lang } };
    }) as typeof holder.children;
  }
};
