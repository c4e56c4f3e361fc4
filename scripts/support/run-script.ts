/** Something the person who runs a script can mend; the message is Thai and says how. */
export class Remedy extends Error {
  override readonly name = "Remedy";
}

/** Runs a script to its exit code: what it returns, or 1 after an error. A Remedy is shown as it is, a fault of ours whole. */
export async function runScript(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof Remedy ? error.message : error);
    process.exitCode = 1;
  }
}
