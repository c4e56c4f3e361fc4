import type { Clock } from "#bot/platform/clock.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** What every service stands on: what people can ask for, the time, fresh ids. Documents are on mongoose's own connection. */
export type ServiceContext = { catalogue: Catalogue; clock: Clock; newId(): string };

/** On whose behalf an effect runs. `actor` is null before registration; `lineUserId` is null in a group or outside LINE. */
export type Who = { actor: Actor | null; chatId: string; lineUserId: string | null };
