import { failed, ok, type Result } from '../trouble.ts';

/** What is looked for in a post. */
export type FindQuery = {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** `text` is a regular expression of JavaScript (ECMA-262, with the flag `u`); `^` and `$` are the ends of a line. */
  readonly regularExpression: boolean;
};

/** An occurrence by document positions. It lies in one line of one text block, and may run through marks. */
export type Match = { readonly from: number; readonly to: number };

/** Text without anything between: what stands between two ends of blocks, line breaks or other inline nodes. */
export type Line = { readonly from: number; readonly text: string };

const wordSign = /[\p{L}\p{N}\p{M}_]/u;

const characterBefore = (text: string, at: number): string =>
  /[\udc00-\udfff]/.test(text.charAt(at - 1))
    ? text.slice(Math.max(0, at - 2), at)
    : text.slice(Math.max(0, at - 1), at);

const characterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** Whether a word begins or ends at this place of a text, or there is none on either side. */
export const isWordEdge = (text: string, at: number): boolean =>
  !wordSign.test(characterBefore(text, at)) || !wordSign.test(characterAt(text, at));

/** The query's regular expression with more flags (ECMA-262); `find/bad-expression` when it is none. */
export const compileExpression = ({ text, matchCase }: FindQuery, flags: string): Result<RegExp> => {
  try {
    return ok(new RegExp(text, `mu${matchCase ? '' : 'i'}${flags}`));
  } catch (error) {
    // "Invalid regular expression: /(/imu: Unterminated group": only the reason is news to the writer.
    const detail = String(error);
    const reason = detail.slice(detail.lastIndexOf(': ') + 2).toLowerCase();
    return failed('find/bad-expression', { params: { reason }, detail });
  }
};

/**
 * Every match of a regular expression that is not empty, in order. It may take for ever, as `(a+)+b` does: where writers
 * make the expressions it runs in a worker that can be stopped.
 */
export const matchesInLines = (lines: readonly Line[], query: FindQuery): Result<readonly Match[]> => {
  const compiled = compileExpression(query, 'g');
  if (!compiled.ok) return compiled;
  const expression = compiled.value;
  const matches: Match[] = [];
  for (const { from: start, text } of lines) {
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
      const from = match.index;
      const to = from + match[0].length;
      if (to === from) expression.lastIndex += characterAt(text, to).length || 1;
      else if (!query.wholeWord || (isWordEdge(text, from) && isWordEdge(text, to))) {
        matches.push({ from: start + from, to: start + to });
      }
    }
  }
  return ok(matches);
};
