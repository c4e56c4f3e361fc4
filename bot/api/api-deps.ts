import type { Logger } from "#bot/platform/logger.ts";
import type { Printer } from "#bot/print/open-printer.ts";
import type { SystemParts } from "#bot/services/admin/system/read-system.ts";
import type { SignedLinks } from "#bot/services/files/signed-links.ts";
import type { Live } from "#bot/services/live/open-live.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Page } from "#models/messages/page.ts";
import type { CardCodes } from "./card-codes.ts";
import type { PrintLinks } from "./print-links.ts";
import type { SessionTokens } from "./session-token.ts";

/** What the routes stand on; bot/server wires it. */
export type ApiDeps = {
  services: ServiceContext;
  sessions: SessionTokens;
  signedLinks: SignedLinks;
  printLinks: PrintLinks;
  cardCodes: CardCodes;
  printer: Printer;
  log: Logger;
  liffId: string | null;
  /** the address that opens a request's page; null where the office has no mini-app */
  pageOf(requestId: string): string | null;
  /** the address that opens a page of the mini-app; null where the office has none */
  pageUrl(page: Page): string | null;
  /** the address people reach the server at */
  publicUrl: string;
  /** cookies are marked Secure */
  isHttps: boolean;
  /** whose ID token it is, verified by LINE; null: refused. Throws AppError unavailable while LINE does not answer. */
  verifyIdToken(idToken: string): Promise<{ lineUserId: string } | null>;
  /** notices were written: they may go out */
  onCommitted(): void;
  /** tells open pages what changed */
  live: Live;
  /** where people add the bot as a friend; null until LINE has told who we are */
  chatUrl(): string | null;
  /** what the rest of the server knows of itself, for admins */
  system: SystemParts;
};
