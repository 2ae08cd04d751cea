import { Link } from 'lucide-react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { addressesOf } from '../../../core/checks/linked-words.ts';
import type { Post } from '../../../core/document/post.ts';
import { isLocalAddress } from '../../../core/publishing/address.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './checks.module.css';
import { cancelLinks, checkLinks, useLinkAnswers } from './link-answers.ts';

const useAddresses = (post: Post, editor: EditorApi): readonly string[] => {
  const document = useSyncExternalStore(editor.subscribe, () => editor.state().document);
  return useMemo(() => (document === null ? [] : addressesOf(document, post.sources)), [document, post.sources]);
};

/** How many of the addresses answered, once some of them were asked. */
const Outcome = ({ addresses }: { readonly addresses: readonly string[] }) => {
  const { t } = useTranslation();
  const { answers } = useLinkAnswers();
  const known = addresses.flatMap((address) => (Object.hasOwn(answers, address) ? [answers[address]] : []));
  const asked = known.filter((answer) => answer?.state !== 'private');
  const left = known.length - asked.length;
  const answering = asked.filter((answer) => answer?.state === 'answers').length;
  if (known.length === 0) return t('checks.links.about', { count: addresses.length });
  return [
    t('checks.links.answer', { count: asked.length, answering }),
    ...(left > 0 ? [t('checks.links.notAsked', { count: left })] : []),
  ].join(' ');
};

/** Asks, when the writer says so and never else, whether the pages that the post leads to are there. */
export const CheckLinks = ({ post, editor }: { readonly post: Post; readonly editor: EditorApi }) => {
  const { t } = useTranslation();
  const addresses = useAddresses(post, editor);
  const { answers, running, trouble } = useLinkAnswers();
  const [confirming, setConfirming] = useState(false);
  const local = addresses.filter(isLocalAddress);
  const elsewhere = addresses.filter((address) => !isLocalAddress(address));
  if (addresses.length === 0) return null;
  const isKnown = addresses.some((address) => Object.hasOwn(answers, address));
  return (
    <section className={styles.links} aria-label={t('checks.links.check')}>
      {running === null ? (
        <Button
          icon={Link}
          onClick={() => (local.length > 0 ? setConfirming(true) : void checkLinks(addresses, false))}
        >
          {t(isKnown ? 'checks.links.again' : 'checks.links.check')}
        </Button>
      ) : (
        <Button onClick={cancelLinks}>{t('ui.cancel')}</Button>
      )}
      <p className={styles.text} role="status">
        {running === null ? (
          <Outcome addresses={addresses} />
        ) : (
          t('checks.links.progress', { done: running.done, total: running.total })
        )}
      </p>
      {trouble === null ? null : <TroubleNotice trouble={trouble} />}
      {confirming ? (
        <Confirm
          title={t('checks.links.localTitle', { count: local.length })}
          text={t('checks.links.localText')}
          action={t('checks.links.askLocal')}
          cancel={t('checks.links.leaveLocal')}
          harmless
          onConfirm={() => void checkLinks(addresses, true)}
          onClose={() => {
            setConfirming(false);
            if (useLinkAnswers.getState().running === null) void checkLinks(elsewhere, false);
          }}
        />
      ) : null}
    </section>
  );
};
