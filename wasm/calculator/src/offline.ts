/** Whether the page is kept for use without a network, and whether a newer one is. */
export type Offline = "no" | "ready" | "newer";

/** Registers the service worker, and tells how it stands; not in development, and not inside another page. */
export function offline(tell: (state: Offline) => void): void {
  const able = "serviceWorker" in navigator && isSecureContext && location.protocol.startsWith("http");
  if (!import.meta.env.PROD || !able || window.top !== window) return;
  const { serviceWorker } = navigator;
  const script = new URL("./sw.js", document.baseURI).href;
  // Another copy, in a folder above, may govern this page until its own worker does.
  const kept = () => serviceWorker.controller?.scriptURL === script;
  let before = kept();
  // The first worker takes over the page that registered it; a later one has other files than this page.
  serviceWorker.addEventListener("controllerchange", () => {
    if (!kept()) return;
    tell(before ? "newer" : "ready");
    before = true;
  });
  if (before) tell("ready");
  // Where storing is forbidden the page works all the same, with a network.
  serviceWorker.register(script).then(lookAgain, () => undefined);
}

/** A page may stay open for weeks, and what the guidelines say must not grow old in it: it looks when it is looked at. */
function lookAgain(registration: ServiceWorkerRegistration): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && navigator.onLine) registration.update().catch(() => undefined);
  });
}
