import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { elementsIn } from '../../../core/rendering/tree.ts';
import type { Settings } from '../../../core/settings.ts';

export type PrintedPost = {
  readonly title: string;
  /** The post's markup as its dialect sanitised it. */
  readonly html: string;
  /** A BCP 47 tag; empty where nobody said it. */
  readonly language: string;
  readonly font: Settings['postFont'];
  /** Whether the stylesheet is to number the pages. */
  readonly numbered: boolean;
};

const isContent = (node: Root['children'][number]): node is ElementContent => node.type !== 'doctype';

/** Fills the page of `renderer/print.html` with a post. */
export const printPage = (template: string, { title, html, language, font, numbered }: PrintedPost): string => {
  const page = fromHtml(template);
  const only = (tagName: string): Element => {
    const [found] = elementsIn(page, tagName);
    if (!found) throw new Error(`The page to print on has no ${tagName}.`);
    return found;
  };
  const [root, body] = [only('html'), only('body')];
  root.properties = { dataFont: font, ...(language === '' ? {} : { lang: language }) };
  if (numbered) body.properties.dataNumbered = '';
  only('title').children = [{ type: 'text', value: title }];
  const headline = title === '' ? [] : [h('h1', { dir: 'auto' }, title)];
  body.children = [...headline, ...fromHtml(html, { fragment: true }).children.filter(isContent)];
  return toHtml(page);
};
