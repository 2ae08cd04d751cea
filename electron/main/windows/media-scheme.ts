import type { Session } from 'electron';
import { sha256Schema } from '../../../core/document/media.ts';
import { isRecordingType } from '../../../core/recordings/recording-types.ts';
import type { MediaStore } from '../media/media-store.ts';
import { pictureTypeOf } from '../media/picture-type.ts';

const notFound = { statusCode: 404, data: Buffer.alloc(0) };

/**
 * Serves the library's pictures under `media://library/<sha256>`. Their name is their content, so they never change.
 * Like `serveApp` it does without `protocol.handle`.
 */
export const serveMedia = (session: Session, media: MediaStore): void => {
  session.protocol.registerBufferProtocol('media', async ({ method, url }, answer) => {
    const { host, pathname } = new URL(url);
    const sha256 = sha256Schema.safeParse(pathname.slice(1));
    const isPicture = method === 'GET' && host === 'library' && sha256.success;
    const read = isPicture ? await media.read(sha256.data) : null;
    const type = read?.ok ? pictureTypeOf(read.value) : null;
    if (!read?.ok || !type) return answer(notFound);
    const { buffer, byteOffset, byteLength } = read.value;
    return answer({
      data: Buffer.from(buffer, byteOffset, byteLength),
      mimeType: type,
      headers: {
        'content-type': type,
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    });
  });
};

/** Chromium's number for a file that is not there. */
const noFile = { error: -6 };

/**
 * Serves the library's video and audio files under `recording://library/<sha256>`. The engine reads them by itself, the parts
 * that a player asks for, so that a long one is never in memory whole; a scheme has one way to answer, so they have their own.
 */
export const serveRecordings = (session: Session, media: MediaStore): void => {
  session.protocol.registerFileProtocol('recording', async ({ method, url }, answer) => {
    const { host, pathname } = new URL(url);
    const sha256 = sha256Schema.safeParse(pathname.slice(1));
    const found = method === 'GET' && host === 'library' && sha256.success ? await media.find(sha256.data) : null;
    if (!found?.ok || !isRecordingType(found.value.media.type)) return answer(noFile);
    return answer({
      path: found.value.path,
      headers: {
        'content-type': found.value.media.type,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    });
  });
};
