/** What LINE, or the way to it, can do to a call. */
export type FaultKind =
  /** Wait before acting. */
  | { kind: "slow"; ms: number }
  /** Act at once, answer late. */
  | { kind: "slow-answer"; ms: number }
  /** The connection breaks; nothing was done. */
  | { kind: "reset-before" }
  /** The message was accepted, but the answer is lost. */
  | { kind: "reset-after" }
  | { kind: "server-error"; acted?: boolean }
  | { kind: "rate-limit" }
  | { kind: "monthly-limit" }
  | { kind: "unauthorised" }
  /** Content: 202 still preparing, 404 unknown, 410 deleted. */
  | { kind: "preparing" | "not-found" | "gone" }
  /** Content: the body trickles, or breaks off after so many bytes, or is something else than it says. */
  | { kind: "slow-body"; ms: number }
  | { kind: "cut-body"; afterBytes: number }
  | { kind: "wrong-content"; base64: string };

export interface Fault {
  /** Name of the endpoint (reply, push, content, token …), or `*` for all. */
  endpoint: string;
  /** How many calls it hits; without it every call until the faults are cleared. */
  times?: number;
  /** Only calls to this user, group or message id. */
  to?: string;
  fault: FaultKind;
}

export interface Faults {
  set(fault: Fault): void;
  clear(endpoint?: string): void;
  /** The fault that hits this call, counted down. */
  take(endpoint: string, to: string | undefined): FaultKind | undefined;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    set: (fault) => void faults.push({ ...fault }),
    clear: (endpoint) => {
      faults = endpoint === undefined ? [] : faults.filter((one) => one.endpoint !== endpoint);
    },
    take(endpoint, to) {
      const hit = faults.find((one) => [endpoint, "*"].includes(one.endpoint) && (one.to === undefined || one.to === to));
      if (hit === undefined) return undefined;
      if (hit.times !== undefined) {
        hit.times -= 1;
        if (hit.times <= 0) faults = faults.filter((one) => one !== hit);
      }
      return hit.fault;
    },
  };
}
