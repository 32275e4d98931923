type Ask = () => Promise<boolean>;

const questions = new Set<Ask>();

/**
 * For ways out that are no navigation, such as signing out: whoever has something to lose answers, whoever asks.
 * Without such a one the answer is yes; the first no is the answer of all.
 */
export const leaveGuard = {
  async confirmLeave(): Promise<boolean> {
    for (const ask of questions) if (!(await ask())) return false;
    return true;
  },
  /** @returns the way to take the question back; it leaves another one's alone. */
  register(question: Ask): () => void {
    questions.add(question);
    return () => void questions.delete(question);
  },
};
