/** What an address answered when the writer asked. */
export type LinkAnswer = {
  /**
   * `answers`: a page is there, if behind a sign-in or a payment. `gone`: its server says that it is not (404, 410), or
   * there is no such server. `silent`: no answer or an error of the server, which may pass. `private`: it leads into a
   * private network and was not asked.
   */
  readonly state: 'answers' | 'gone' | 'silent' | 'private';
  /** The status of the answer ("404"), or what stood in its way; for people, English. */
  readonly detail: string;
};
