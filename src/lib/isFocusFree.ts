/** Whether a page that has just come may put the focus where it likes: nobody has chosen a place on it yet. */
export const isFocusFree = (): boolean =>
  // A link of the header is what led here, and the heading has the focus until something better is there.
  document.activeElement?.matches('body, main, h1, header a') ?? true;
