import { isAppError } from "#bot/platform/errors.ts";
import { planFile } from "#bot/services/directory/import-file.ts";
import type { ImportKind } from "#bot/services/directory/import-kinds.ts";
import { carryOut } from "#bot/services/directory/import-plan.ts";
import type { ImportOptions, ImportResult } from "#bot/services/directory/import-result.ts";
import { services } from "#scripts/support/office-database.ts";
import { Remedy } from "#scripts/support/run-script.ts";

/**
 * Brings the database to a CSV file. Bad lines are left out and reported with their line in the file; the others count.
 * @throws Remedy when the file is no such table
 */
export async function importFile(kind: ImportKind, bytes: Uint8Array, options: ImportOptions): Promise<ImportResult> {
  try {
    return await carryOut(await planFile(services, kind, bytes), options);
  } catch (error) {
    if (isAppError(error, "bad_request")) throw new Remedy(error.message);
    throw error;
  }
}
