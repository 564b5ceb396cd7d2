/** Whether the page is kept for use without a network, and whether a newer one is. */
export type Offline = "no" | "ready" | "newer";

/** Registers the service worker, and tells how it stands; not in development, and not inside another page. */
export function offline(tell: (state: Offline) => void): void {
  const able = "serviceWorker" in navigator && isSecureContext && location.protocol.startsWith("http");
  if (!import.meta.env.PROD || !able || window.top !== window) return;
  const { serviceWorker } = navigator;
  const before = serviceWorker.controller;
  // The first worker takes over the page that registered it; a later one has other files than this page.
  serviceWorker.addEventListener("controllerchange", () => tell(before ? "newer" : "ready"));
  if (before) tell("ready");
  // Where storing is forbidden the page works all the same, with a network.
  serviceWorker.register("./sw.js").catch(() => undefined);
}
