let assistive = false;

/** Notes what the main process says of assistive technologies. */
export const noteAssistive = (reads: boolean): void => {
  assistive = reads;
};

/** Whether a screen reader or another assistive technology reads the window. */
export const isAssistive = (): boolean => assistive;
