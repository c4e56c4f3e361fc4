import { setTimeout as wait } from "node:timers/promises";
import type { Response } from "express";
import type { FaultKind } from "#scripts/simulator/faults.ts";

const pieces = 20;

async function trickle(response: Response, bytes: Buffer, ms: number): Promise<void> {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size));
    await wait(ms / pieces);
  }
  response.end();
}

/** Sends media, whole or as its fault wants it: trickling, broken off in the middle, or something else than it says. */
export async function sendBytes(response: Response, bytes: Buffer, fault: FaultKind | undefined): Promise<void> {
  if (fault?.kind === "wrong-content") {
    const other = Buffer.from(fault.base64, "base64");
    response.set("content-length", String(other.length)).end(other);
    return;
  }
  response.set("content-length", String(bytes.length));
  if (fault?.kind === "slow-body") return trickle(response, bytes, fault.ms);
  if (fault?.kind === "cut-body") {
    response.write(bytes.subarray(0, fault.afterBytes), () => response.socket?.resetAndDestroy());
    return;
  }
  response.end(bytes);
}
