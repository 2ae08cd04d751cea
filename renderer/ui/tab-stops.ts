const stops =
  'button:not(:disabled), input:not(:disabled), textarea, select, a[href], [contenteditable="true"], [tabindex="0"]';

/** The first element of a place that Tab would stop at. */
export const firstStop = (place: Element): HTMLElement | null =>
  [...place.querySelectorAll<HTMLElement>(stops)].find((it) => it.tabIndex >= 0) ?? null;
