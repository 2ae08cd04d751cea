import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { emptyFields, type Override } from '../document/post.ts';
import type { CheckRule } from './check.ts';
import { embedCredit } from './rules/embeds.ts';
import { pictureCredit } from './rules/pictures.ts';
import { recordingCredit } from './rules/recordings.ts';

/** A stretch of a document, from before a node to after it. */
export type CreditPlace = { readonly from: number; readonly to: number };

const rules: readonly CheckRule[] = [pictureCredit, embedCredit, recordingCredit];

const nothingElse = { fields: emptyFields, sources: [], facts: { showsFeaturedImage: false, links: {}, copied: [] } };

/**
 * The empty credits of pictures, embeds and recordings that have to say whose these are, without those that the writer gave a reason
 * for: what the checks find of them, as places of credits.
 */
export const missingCredits = (document: ProseMirrorNode, overrides: readonly Override[]): readonly CreditPlace[] =>
  rules.flatMap(({ id, find }) =>
    find({ document, ...nothingElse }).flatMap(({ place, about }): readonly CreditPlace[] => {
      if (place.kind !== 'block' || overrides.some((given) => given.check === id && given.about === about)) return [];
      const credit = document.nodeAt(place.from)?.lastChild;
      return credit ? [{ from: place.to - 1 - credit.nodeSize, to: place.to - 1 }] : [];
    }),
  );
