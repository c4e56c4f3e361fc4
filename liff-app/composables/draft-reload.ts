const mark = (what: string) => `reloaded-for:${what}`;

/**
 * Loads the page afresh because the server knows a newer form than this page does; once, so that a build that is still the
 * old one does not go round in circles.
 * @returns false when that was tried already
 */
export function reloadOnce(what: string): boolean {
  try {
    if (sessionStorage.getItem(mark(what))) return false;
    sessionStorage.setItem(mark(what), "1");
  } catch {
    // Without a memory there is no telling a first time from a second.
    return false;
  }
  location.reload();
  return true;
}

/** It went well: a later change may reload again. */
export function forgetReload(what: string): void {
  try {
    sessionStorage.removeItem(mark(what));
  } catch {
    // Nothing was kept.
  }
}
