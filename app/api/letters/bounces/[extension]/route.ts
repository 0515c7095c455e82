import type { NextRequest } from 'next/server'
import { siteOf } from '@/lib/auth/sign-in'
import { takeBack } from '@/lib/mail/bounces/commands'
import { reportIn } from '@/lib/mail/bounces/report'
import { readReturnPath } from '@/lib/mail/bounces/return-path'
import { bounceIn } from '@/lib/mail/bounces/rules'

type Props = { params: Promise<{ extension: string }> }

/**
 * Where the city's mail server hands in a letter that came back, with the part of the return address after the `+`. That
 * part is signed: whoever does not hold a letter of this city can say nothing about any.
 */
export async function POST(request: NextRequest, { params }: Props) {
  const site = await siteOf(request.headers)
  const letterId = site && readReturnPath(site.tenant, (await params).extension)
  if (!letterId) return new Response(null, { status: 404 })
  const bounce = bounceIn(await reportIn(await request.arrayBuffer()))
  if (bounce) await takeBack(site.tenant, { letterId, bounce, now: new Date() })
  return new Response(null, { status: 204 })
}
