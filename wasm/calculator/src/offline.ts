/** Whether the page is kept for use without a network, and whether a newer one is. */
export type Offline = "no" | "ready" | "newer";

/** Registers the service worker, and tells how it stands; not in development, and not inside another page. */
export function offline(tell: (state: Offline) => void): void {
  const able = "serviceWorker" in navigator && isSecureContext && location.protocol.startsWith("http");
  if (!import.meta.env.PROD || !able || window.top !== window) return;
  const { serviceWorker } = navigator;
  let before = serviceWorker.controller;
  // The first worker takes over the page that registered it; a later one has other files than this page.
  serviceWorker.addEventListener("controllerchange", () => {
    tell(before ? "newer" : "ready");
    before = serviceWorker.controller;
  });
  if (before) tell("ready");
  const register = async () => {
    const registration = await serviceWorker.register("./sw.js");
    // A page that stays open for weeks hears of newer guidelines when it is looked at again.
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) registration.update().catch(() => undefined);
    });
  };
  // Where storing is forbidden the page works all the same, with a network.
  register().catch(() => undefined);
}
