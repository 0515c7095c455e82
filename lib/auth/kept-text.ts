import 'server-only'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { cookies } from 'next/headers'
import { z } from 'zod'

const Kept = z.object({
  ideaId: z.uuid(),
  parentId: z.uuid().nullable(),
  stance: z.string().max(20),
  body: z.string().max(4100),
})
export type KeptText = z.output<typeof Kept>

/** A cookie holds no more than this; what is written within the limits always fits. */
const longest = 3900
const anHour = 3600

function cookieName(): string {
  return `${process.env.PUBLIC_SCHEME === 'https' ? '__Host-' : ''}parvis.written`
}

/** What somebody wrote before signing in waits in their own browser, for an hour, and nowhere else. */
export async function keepText(text: KeptText): Promise<void> {
  const packed = deflateRawSync(JSON.stringify(text)).toString('base64url')
  if (packed.length > longest) return
  await setCookie(packed, anHour)
}

async function setCookie(value: string, maxAge: number): Promise<void> {
  const jar = await cookies()
  const secure = process.env.PUBLIC_SCHEME === 'https'
  jar.set(cookieName(), value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge })
}

/** What this browser keeps for an idea, if it can still be read. */
export async function keptText(ideaId: string): Promise<KeptText | null> {
  const packed = (await cookies()).get(cookieName())?.value
  if (!packed || packed.length > longest) return null
  const kept = Kept.safeParse(unpacked(packed))
  return kept.success && kept.data.ideaId === ideaId ? kept.data : null
}

export async function forgetText(): Promise<void> {
  if ((await cookies()).has(cookieName())) await setCookie('', 0)
}

function unpacked(text: string): unknown {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: 20_000 }).toString())
  } catch {
    return null
  }
}
