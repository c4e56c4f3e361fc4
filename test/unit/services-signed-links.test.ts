import { describe, expect, it } from "vitest";
import { openSignedLinks } from "#bot/services/files/signed-links.ts";

const links = openSignedLinks("a channel secret");
const now = new Date("2026-11-23T09:30:00+07:00");
const until = new Date(now.getTime() + 60_000);

describe("a signed link", () => {
  it("opens its one file until it ends, in every process with the secret", () => {
    const token = links.makeThumbnailLink("0199-file", until);
    expect(openSignedLinks("a channel secret").readLink(token, now)).toEqual({ fileId: "0199-file", size: "thumbnail" });
    expect(links.readLink(links.makeFileLink("0199-file", until), now)).toEqual({ fileId: "0199-file", size: "full" });
    expect(links.readLink(token, until)).toBeNull();
    expect(encodeURIComponent(token)).toBe(token);
  });

  it("opens nothing once any letter of it is changed, or under another secret", () => {
    const token = links.makeThumbnailLink("0199-file", until);
    for (let at = 0; at < token.length; at += 1) {
      const forged = token.slice(0, at) + (token[at] === "a" ? "b" : "a") + token.slice(at + 1);
      expect(links.readLink(forged, now), forged).toBeNull();
    }
    expect(openSignedLinks("another secret").readLink(token, now)).toBeNull();
    expect(links.readLink("", now)).toBeNull();
  });
});
