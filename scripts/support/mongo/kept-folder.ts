import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What the process that uses a kept folder tells the others. */
export type Claim = { pid: number; startedAt: string; url?: string; mongoUri?: string };

export type HeldFolder = {
  /** Writes down where the demo can be reached, for others that ask. */
  announce(where: { url: string; mongoUri: string }): Promise<void>;
  release(): Promise<void>;
};

/** Thrown when another process holds the folder; the message names its URL. */
export class FolderInUse extends Error {
  readonly claim: Claim;
  constructor(claim: Claim) {
    const where = claim.url ? "เปิดได้ที่นี่ค่ะ" : "กำลังเริ่มทำงาน รอสักครู่ค่ะ";
    const place = claim.url ? "here it is:" : "it is just starting.";
    const lines = [
      `มีเดโมอีกชุดใช้โฟลเดอร์นี้อยู่แล้ว (pid ${claim.pid}) ${where}`,
      `Another demo already uses this folder (pid ${claim.pid}); ${place}`,
      // On a line of its own: a terminal takes what is glued to an address for a part of it.
      ...(claim.url ? ["", `  ${claim.url}`] : []),
    ];
    super(lines.join("\n"));
    this.name = "FolderInUse";
    this.claim = claim;
  }
}

/** Takes a folder (".data") for this process alone, or throws FolderInUse. A claim left by a dead process is taken over. */
export async function holdFolder(folder: string): Promise<HeldFolder> {
  await mkdir(folder, { recursive: true });
  const path = claimPath(folder);
  const claim: Claim = { pid: process.pid, startedAt: new Date().toISOString() };
  while (!(await createClaim(path, claim))) {
    const other = await readClaim(path);
    if (other && (await isHeld(other))) throw new FolderInUse(other);
    await rm(path, { force: true });
  }
  return {
    announce: (where) => writeFile(path, JSON.stringify({ ...claim, ...where })),
    release: () => rm(path, { force: true }),
  };
}

/** The running demo of this folder, or null. */
export async function runningDemo(folder: string): Promise<Claim | null> {
  const claim = await readClaim(claimPath(folder));
  return claim && (await isHeld(claim)) ? claim : null;
}

function claimPath(folder: string): string {
  return join(folder, "demo.json");
}

async function createClaim(path: string, claim: Claim): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(JSON.stringify(claim));
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function readClaim(path: string): Promise<Claim | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Claim;
  } catch {
    return null;
  }
}

async function isHeld(claim: Claim): Promise<boolean> {
  if (claim.pid === process.pid || !isAlive(claim.pid)) return false;
  // Process ids are used again after a restart of the machine: only an answer, or a start of the last minutes, counts.
  if (!claim.url) return Date.now() - Date.parse(claim.startedAt) < 5 * 60_000;
  return fetch(claim.url, { method: "HEAD", signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
}

/** Whether a process with this id runs, be it another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
