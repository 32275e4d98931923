/** A mistake in what the operator gave (arguments, environment): its message is all that is worth printing. */
export class UsageError extends Error {
  override name = 'UsageError';

  constructor(message: string) {
    super(message);
    // Vite prints the stack of a failing configuration, which would bury the message.
    this.stack = message;
  }
}
