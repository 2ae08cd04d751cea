import type { Session } from 'electron';
import { type PictureType, type Sha256, sha256Schema } from '../../../core/document/media.ts';

/** The bytes of a picture of the library with their type; null when the library has no such picture. */
export type ReadPicture = (
  sha256: Sha256,
) => Promise<{ readonly type: PictureType; readonly bytes: Uint8Array } | null>;

const notFound = (): Response => new Response(null, { status: 404 });

/** Serves the library's pictures under `media://library/<sha256>`. Their name is their content, so they never change. */
export const serveMedia = (session: Session, readPicture: ReadPicture): void => {
  session.protocol.handle('media', async (request) => {
    const url = new URL(request.url);
    const sha256 = sha256Schema.safeParse(url.pathname.slice(1));
    if (request.method !== 'GET' || url.host !== 'library' || !sha256.success) return notFound();
    const picture = await readPicture(sha256.data);
    if (!picture) return notFound();
    return new Response(new Uint8Array(picture.bytes), {
      headers: {
        'content-type': picture.type,
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    });
  });
};
