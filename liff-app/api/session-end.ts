type Renew = () => Promise<boolean>;

let renew: Renew = async () => false;
let underWay: Promise<boolean> | null = null;

/** @param how gets a new session without the person; resolves to whether it did */
export function renewSessionBy(how: Renew): void {
  renew = how;
}

/** The session ended while the app was open: one renewal for all calls that noticed. */
export function renewSession(): Promise<boolean> {
  underWay ??= renew().finally(() => {
    underWay = null;
  });
  return underWay;
}
