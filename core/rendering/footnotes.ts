import type { Element } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { hasClass } from './tree.ts';

type AllowedAttributes = NonNullable<NonNullable<Schema['attributes']>[string]>;

/** The name of the place where a note stands, as an allow-list knows it (`core/document/endnotes.ts` gives it). */
export const footnotePlace: AllowedAttributes[number] = ['id', /^fn-[\da-f]{8}-\d+$/];

/** What a reference to a note and the link back to it carry besides their address. */
export const footnoteLinkAttributes: AllowedAttributes = [
  ['id', /^fnref-[\da-f]{8}-\d+$/],
  ['role', 'doc-noteref', 'doc-backlink'],
];

/** Whether an element of the neutral tree holds the notes of the post. */
export const isEndnotes = (element: Element): boolean =>
  element.tagName === 'section' && hasClass(element, 'footnotes');
