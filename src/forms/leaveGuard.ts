type Ask = () => Promise<boolean>;

let ask: Ask | null = null;

/**
 * For ways out that are no navigation, such as signing out: the page with the form answers, whoever asks.
 * Without such a page the answer is yes.
 */
export const leaveGuard = {
  confirmLeave: (): Promise<boolean> => ask?.() ?? Promise.resolve(true),
  /** @returns the way to take the question back; it leaves a later page's question alone. */
  register(question: Ask): () => void {
    ask = question;
    return () => {
      if (ask === question) ask = null;
    };
  },
};
