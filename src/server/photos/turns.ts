/** Work that waits for the work before it, by name. */
export function turns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work);
    const quiet = turn.catch(() => undefined).then(() => {
      if (last.get(name) === quiet) last.delete(name);
    });
    last.set(name, quiet);
    return turn;
  };
}
