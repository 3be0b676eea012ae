/** What the device says of its network and of whether anyone looks. */

export interface DeviceEvents {
  online(): void;
  offline(): void;
  /** The page is seen again, after so many ms. */
  woke(away: number): void;
}

export function watchDevice(events: DeviceEvents): () => void {
  let hiddenAt = Date.now();
  const seen = (): void => {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else events.woke(Date.now() - hiddenAt);
  };
  /** A page that comes out of the back/forward cache has lost its socket without being told. */
  const shown = (event: PageTransitionEvent): void => {
    if (event.persisted) events.woke(Infinity);
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  addEventListener("online", () => events.online(), { signal });
  addEventListener("offline", () => events.offline(), { signal });
  addEventListener("pageshow", shown, { signal });
  document.addEventListener("visibilitychange", seen, { signal });
  return () => listeners.abort();
}
