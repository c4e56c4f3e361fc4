import { z } from "zod";

const parse = (value: string): URL | undefined => (URL.canParse(value) ? new URL(value) : undefined);

/** A browser treats loopback as a secure origin, and so do we: it stands in for the https address of a deployment. */
function isLoopback(url: URL): boolean {
  return url.hostname === "127.0.0.1" || url.hostname === "localhost" || url.hostname.endsWith(".localhost");
}

function isHttps(value: string): boolean {
  const url = parse(value);
  return url !== undefined && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url)));
}

const uriSchemes = new Set(["http:", "https:", "line:", "tel:"]);

/** Address of a picture or other media: https, at most 2,000 characters. */
export const mediaUrl = z.string().max(2000, "Length must be between 1 and 2000").refine(isHttps, "Must be a valid HTTPS URL");

/** Address that a tap opens: http, https, line or tel, at most 1,000 characters. */
export const actionUri = z
  .string()
  .max(1000, "Length must be between 1 and 1000")
  .refine((value) => uriSchemes.has(parse(value)?.protocol ?? ""), "invalid uri scheme");
