type Work<T> = (lock: { readonly name: string } | null) => Promise<T>;

/** The Web Locks of one browser, as far as they are used here: who asks first comes first. */
export function createFakeLocks() {
  const queues = new Map<string, (() => void)[]>();
  return {
    async request<T>(name: string, ...rest: [Work<T>] | [{ ifAvailable: boolean }, Work<T>]): Promise<T> {
      const [options, work] = rest.length === 2 ? rest : [{ ifAvailable: false }, rest[0]];
      const queue = queues.get(name);
      if (queue && options.ifAvailable) return work(null);
      if (queue) await new Promise<void>((resolve) => void queue.push(resolve));
      else queues.set(name, []);
      try {
        return await work({ name });
      } finally {
        const next = queues.get(name)?.shift();
        if (next) next();
        else queues.delete(name);
      }
    },
  };
}
