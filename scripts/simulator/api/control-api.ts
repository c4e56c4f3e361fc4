import express, { Router } from "express";
import { z } from "zod";
import { type Operations, operationInputs } from "#scripts/simulator/operations.ts";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** `POST /simulator/do/<operation>` with its input as JSON: how another process drives the simulator. */
export function controlApi(operations: Operations): Router {
  const router = Router();
  const run: Record<string, (input: never) => Promise<unknown>> = { ...operations };
  const inputs: Record<string, z.ZodType> = operationInputs;
  router.post("/simulator/do/:operation", express.json({ limit: "40mb", type: () => true }), async (request, response) => {
    const name = String(request.params.operation);
    const operation = run[name];
    const schema = inputs[name];
    if (operation === undefined || schema === undefined) {
      response.status(404).json({ message: `There is no operation ${name}.` });
      return;
    }
    const input = schema.safeParse(request.body ?? {});
    if (!input.success) {
      response.status(400).json({ message: z.prettifyError(input.error) });
      return;
    }
    try {
      response.json({ result: await operation(input.data as never) });
    } catch (error) {
      // An answer like any other: what cannot be done is told to who plays the person, not logged as a failed request.
      response.json({ refused: messageOf(error) });
    }
  });
  return router;
}
