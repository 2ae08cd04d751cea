import { z } from 'zod';
import { ok, type Result } from '../../../trouble.ts';
import { htmlText } from '../../html-page.ts';
import type { Http } from '../../http.ts';
import type { Connection, MediaUpload, RemoteMedia } from '../../target.ts';
import { asTrouble, callRest } from './rest.ts';

const size = z.int().positive().catch(0).default(0);

// A file whose sizes could not be computed has an empty array where its details would be.
const mediaSchema = z
  .object({
    id: z.int().positive(),
    source_url: z.url({ protocol: /^https?$/ }),
    media_details: z
      .union([z.object({ width: size, height: size }), z.array(z.unknown()).transform(() => ({ width: 0, height: 0 }))])
      .catch({ width: 0, height: 0 }),
  })
  .transform(
    ({ id, source_url, media_details }): RemoteMedia => ({
      id: String(id),
      url: source_url,
      width: media_details.width,
      height: media_details.height,
    }),
  );

const fields = 'id,source_url,media_details';

/** A header value may hold ASCII only, and WordPress does not read RFC 5987's `filename*`. */
const headerName = (fileName: string): string => fileName.replace(/[^\w.-]+/g, '-').replace(/^[-.]+/, '') || 'picture';

const readMedia = <T>(
  http: Http,
  connection: Connection,
  route: string,
  query: Readonly<Record<string, string>>,
  answer: z.ZodType<T>,
) =>
  callRest(http, connection, { purpose: 'read', method: 'GET', route, query: { ...query, _fields: fields }, answer });

/**
 * Uploads a file once. One that was uploaded before is asked for, since it may have been deleted there; then it is
 * looked for by its marker, because an answer may have been lost although the file arrived. The bytes travel as the raw body: multipart uploads meet PHP's limits with misleading errors.
 */
export const uploadMedia = async (
  http: Http,
  connection: Connection,
  upload: MediaUpload,
): Promise<Result<RemoteMedia>> => {
  if (upload.earlier) {
    const route = `wp/v2/media/${encodeURIComponent(upload.earlier.id)}`;
    const earlier = await readMedia(http, connection, route, {}, mediaSchema);
    if (earlier.ok) return ok(earlier.value.value);
    if (earlier.error.code !== 'publish/gone') return asTrouble(earlier);
  }
  const slugs = { slug: `${upload.marker},${upload.marker}-2`, context: 'edit' };
  const found = await readMedia(http, connection, 'wp/v2/media', slugs, z.array(mediaSchema));
  if (!found.ok) return asTrouble(found);
  const [arrived] = found.value.value;
  if (arrived) return ok(arrived);
  const bytes = await upload.read();
  if (!bytes.ok) return bytes;
  const name = headerName(upload.fileName);
  const sent = await callRest(http, connection, {
    purpose: 'upload',
    method: 'POST',
    route: 'wp/v2/media',
    query: {
      slug: upload.marker,
      title: htmlText(upload.caption || upload.alt || upload.fileName.replace(/\.[^.]*$/, '')),
      alt_text: upload.alt,
      caption: htmlText(upload.caption),
      _fields: fields,
    },
    bytes: {
      body: bytes.value,
      headers: { 'content-type': upload.type, 'content-disposition': `attachment; filename="${name}"` },
    },
    answer: mediaSchema,
  });
  if (sent.ok) return ok(sent.value.value);
  // WordPress holds the file in memory: a large one breaks the memory or the time limit of its host, which no answer names.
  const isTooMuch = !(bytes.value instanceof Uint8Array) && sent.error.code === 'publish/server-error';
  return asTrouble(isTooMuch ? { error: { ...sent.error, code: 'publish/upload-too-large' } } : sent);
};
