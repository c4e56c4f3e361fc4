import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportRoute } from "#bot/api/export.route.ts";
import { createLogger } from "#bot/platform/logger.ts";
import { makeExportLink } from "#bot/services/admin/export-link.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { useServices } from "#test/support/services.ts";

const services = useServices();
const lines: string[] = [];
let server: Server;

beforeAll(async () => {
  const log = createLogger({ level: "error", destination: { write: (line) => void lines.push(line) } });
  server = express().use(exportRoute({ services, log })).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Asks for the list of people as an admin does. */
async function downloads(): Promise<Response> {
  const admin = await services.person("นางอารี ดูแลดี", { roles: [{ role: "admin", scope: { kind: "office" } }] });
  const by = { actor: actorOf(admin, services.at), ip: null };
  const { token } = await makeExportLink(services, { kind: "people" }, by);
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/exports/${token}`);
}

it("a download that breaks off is seen to have, and its fault is in the log; one that its reader leaves is none", async () => {
  const left = await downloads();
  await left.body?.cancel();
  expect(lines).toEqual([]);
  await PersonModel.collection.insertOne({ _id: "no-school", name: "นายไม่มีโรงเรียน ทดสอบ" } as never);
  await expect(downloads().then((response) => response.text())).rejects.toThrow();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "error", msg: "an export broke off", export: "people", err: {} });
});
