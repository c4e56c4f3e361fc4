import type { PipelineStage } from "mongoose";
import { RequestModel } from "#models/documents/request.document.ts";

/** More than this says only that it is common. */
const mostCounted = 500;
/** Enough letters of a long sentence to find one that few requests hold. */
const mostTried = 10;

/** The one of these tokens that the fewest requests hold, counted in the index no further than it takes; null where one of them is nowhere. */
export async function rarestToken(tokens: string[]): Promise<string | null> {
  const tried = tokens.slice(0, mostTried);
  const [first, ...others] = tried;
  if (first === undefined || tried.length === 1) return first ?? null;
  const counting = others.map((token): PipelineStage => ({ $unionWith: { coll: RequestModel.collection.name, pipeline: countOf(token) } }));
  const counted = await RequestModel.aggregate<{ token: string; held: number }>([...countOf(first), ...counting]);
  if (counted.length < tried.length) return null;
  return counted.reduce((rarest, one) => (one.held < rarest.held ? one : rarest)).token;
}

function countOf(token: string): Exclude<PipelineStage, PipelineStage.Merge | PipelineStage.Out>[] {
  return [{ $match: { searchTokens: token } }, { $limit: mostCounted }, { $count: "held" }, { $set: { token: { $literal: token } } }];
}
