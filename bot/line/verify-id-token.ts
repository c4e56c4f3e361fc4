import type { Pool } from "undici";
import { z } from "zod";
import { unavailable } from "#bot/platform/errors.ts";

const issuer = "https://access.line.me";
const timeoutMs = 5_000;
const verified = z.object({ iss: z.literal(issuer), sub: z.string().regex(/^[\w-]{1,64}$/), aud: z.string(), exp: z.number() });

/**
 * Asks LINE whose ID token this is (POST /oauth2/v2.1/verify): it checks signature, audience and time.
 * @returns null when LINE refuses it
 * @throws AppError unavailable while LINE does not answer
 */
export async function verifyIdToken(pool: Pool, loginChannelId: string, idToken: string): Promise<{ lineUserId: string } | null> {
  const answer = await ask(pool, new URLSearchParams({ id_token: idToken, client_id: loginChannelId }).toString());
  if (answer.status >= 500 || answer.status === 429) throw away();
  const claims = answer.status === 200 ? verified.safeParse(answer.body) : null;
  if (!claims?.success || claims.data.aud !== loginChannelId) return null;
  return { lineUserId: claims.data.sub };
}

async function ask(pool: Pool, body: string): Promise<{ status: number; body: unknown }> {
  try {
    const { statusCode, body: answer } = await pool.request({
      method: "POST",
      path: "/oauth2/v2.1/verify",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    return { status: statusCode, body: statusCode === 200 ? JSON.parse(text) : null };
  } catch {
    throw away();
  }
}

const away = () => unavailable("unavailable", "LINE ยังไม่ตอบค่ะ รอสักครู่แล้วลองใหม่นะคะ");
