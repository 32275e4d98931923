/** What a layout tells the error page in its outlet. */
export interface FrameContext {
  /** There is a header and a `<main>` around already. */
  readonly hasMain: boolean;
}
