import type { TFunction } from 'i18next';
import type { Finding } from '../../../core/checks/findings.ts';
import { isTextFix, withPublisher } from '../../../core/checks/fix.ts';
import { maxOverrides, type Override, type Post } from '../../../core/document/post.ts';
import type { Result } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { saveNow } from '../../bridge/pending-saves.ts';
import { changeFields, saveSources } from '../../bridge/queries.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { announce } from '../../ui/announce.ts';
import { showNotice, showTrouble } from '../../ui/notices.ts';

const told = async (saving: Promise<Result<unknown>>): Promise<void> => {
  const saved = await saving;
  if (!saved.ok) showTrouble(saved.error);
};

const setExcerpt = (post: Post, excerpt: string): Promise<void> =>
  told(saveNow(`excerpt of ${post.id}`, () => changeFields(post.id, { excerpt })));

/** The system's dialog for pictures, which go where the caret is. */
const insertChosen = async (editor: EditorApi, t: TFunction): Promise<void> => {
  const chosen = await bridge().media.choose();
  if (!chosen.ok) showTrouble(chosen.error);
  else if (chosen.value.length > 0) {
    await editor.insertPictures(chosen.value);
    announce(t('checks.done.picture'));
  }
};

/** Makes the change that a finding offers. It can be taken back: in the text by undo, elsewhere from the message about it. */
export const carryOut = (post: Post, editor: EditorApi, { place, fix }: Finding, t: TFunction): void => {
  if (fix === undefined) return;
  if (isTextFix(fix)) {
    if (place.kind !== 'block' && place.kind !== 'words') return;
    editor.fix(place, fix);
    announce(t(`checks.done.${fix.name}`));
    return;
  }
  if (fix.name === 'picture') {
    void insertChosen(editor, t);
    return;
  }
  if (fix.name === 'transcript') {
    if (place.kind === 'block') editor.writeTranscript(place);
    return;
  }
  const { sources, fields } = post;
  const undo =
    fix.name === 'excerpt' ? () => setExcerpt(post, fields.excerpt) : () => told(saveSources(post.id, sources));
  if (fix.name === 'excerpt') void setExcerpt(post, fix.text);
  else if (place.kind === 'source') void told(saveSources(post.id, withPublisher(sources, place.source, fix.label)));
  showNotice({ text: t(`checks.done.${fix.name}`), action: { label: t('ui.undo'), onAction: () => void undo() } });
};

const same = (one: Pick<Override, 'check' | 'about'>, other: Pick<Override, 'check' | 'about'>): boolean =>
  one.check === other.check && one.about === other.about;

/** Keeps the writer's reason to leave a finding as it is, or with null takes it back. */
export const setReason = (post: Post, { check, about }: Finding, reason: string | null): Promise<void> => {
  const others = post.fields.overrides.filter((given) => !same(given, { check, about }));
  const overrides = reason === null ? others : [...others, { check, about, reason }].slice(-maxOverrides);
  return told(saveNow(`reasons of ${post.id}`, () => changeFields(post.id, { overrides })));
};
