import { useEffect, useRef, useState } from 'react';
import type { AddedPicture } from '../../core/document/media.ts';
import type { Result, Trouble } from '../../core/trouble.ts';
import { bridge } from '../bridge/client.ts';
import { troubleText } from '../i18n/trouble-text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { linkAddress } from './link-address.ts';
import { Frame, type PanelProps } from './panel-frame.tsx';
import styles from './panels.module.css';
import { words } from './words.ts';

type Props = PanelProps & { readonly insertPictures: (pictures: readonly Result<AddedPicture>[]) => Promise<void> };

/** The address as it is asked for; null for what is no web address. */
const webAddress = (typed: string): string | null => {
  const address = linkAddress(typed);
  return address !== null && /^https?:/.test(address) ? address : null;
};

/** Asks for a picture's address and fetches it after a click; a fetching can be cancelled, and is when the panel closes. */
export const PictureAddressPanel = ({ editor, onClose, insertPictures }: Props) => {
  const [address, setAddress] = useState('');
  const [fetching, setFetching] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const underWay = useRef<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const cancel = (): void => {
    if (underWay.current !== null) void bridge().media.cancelFetch({ fetching: underWay.current });
    underWay.current = null;
    setFetching(null);
    form.current?.querySelector('input')?.focus();
  };
  useEffect(
    () => () => {
      if (underWay.current !== null) void bridge().media.cancelFetch({ fetching: underWay.current });
      underWay.current = null;
    },
    [],
  );

  const fetchPicture = async (): Promise<void> => {
    const url = webAddress(address);
    if (url === null) {
      setRefused(true);
      return;
    }
    const id = crypto.randomUUID();
    underWay.current = id;
    setFetching(url);
    const fetched = await bridge().media.fetch({ fetching: id, url });
    // Cancelled, or the panel is gone.
    if (underWay.current !== id) return;
    underWay.current = null;
    setFetching(null);
    if (!fetched.ok) {
      setTrouble(fetched.error);
      return;
    }
    onClose();
    await insertPictures([fetched]);
  };

  const said = trouble && troubleText(trouble);
  const error = refused ? words('pictureAddress.refused') : said ? `${said.sentence} ${said.next}` : undefined;
  return (
    <Frame editor={editor} onClose={onClose} title={words('pictureAddress.title')}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (fetching === null) void fetchPicture();
        }}
      >
        <TextField
          label={words('pictureAddress.address')}
          hint={words('pictureAddress.hint')}
          error={error}
          value={address}
          onChange={(value) => {
            setAddress(value);
            setRefused(false);
            setTrouble(null);
          }}
          spellCheck={false}
          autoComplete="off"
          placeholder="https://"
        />
        <div className={styles.actions}>
          <span role="status" className={styles.gap}>
            {fetching === null ? '' : words('pictureAddress.fetching', { host: new URL(fetching).host })}
          </span>
          {fetching === null ? (
            <Button key="insert" kind="primary" type="submit">
              {words('pictureAddress.insert')}
            </Button>
          ) : (
            // Not the same element as the other: the click would go on to submit the form.
            <Button key="cancel" kind="plain" onClick={cancel}>
              {words('pictureAddress.cancel')}
            </Button>
          )}
        </div>
      </form>
    </Frame>
  );
};
