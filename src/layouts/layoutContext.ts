/** What a layout tells the error page in its outlet. */
export interface LayoutContext {
  /** There is a header and a `<main>` around already. */
  readonly hasMain: boolean;
}
