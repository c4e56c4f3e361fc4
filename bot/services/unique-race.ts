/** Racing writers of one unique key: the loser's second try reads what the first wrote. */
const mostTries = 3;

/** Somebody else wrote first what this would write: done again, it reads what they wrote. */
export class LostRace extends Error {
  override name = "LostRace";
}

/** Does a transaction again that lost such a race. */
export async function retryRaces<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LostRace || isDuplicate(error)) || tries === mostTries) throw error;
    }
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === 11_000;
}
