/** Do some work while no other tab, nor the service worker, does work of the same name. Where no locks are, at once. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Partial<Pick<Navigator, "locks">> | undefined)?.locks;
  return locks === undefined ? work() : (locks.request(`nigemichi-${name}`, work) as Promise<T>);
}
