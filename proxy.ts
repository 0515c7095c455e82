import { type NextRequest, NextResponse } from 'next/server'

/**
 * `/idees` on a city's host → `/<city>/<language>/decider/idees`. The server around Next has found the city and says so
 * in headers it alone can set; this only rewrites, and decides nothing.
 */
export function proxy(request: NextRequest) {
  const path = request.headers.get('x-parvis-path') ?? ''
  if (request.headers.get('x-parvis-operator') === '1') return rewriteTo(request, `/operator${path}`)
  const city = request.headers.get('x-parvis-city')
  if (!city) return new NextResponse(null, { status: 421 })

  const [locale, surface] = ['locale', 'surface'].map((name) => request.headers.get(`x-parvis-${name}`) ?? '')
  return rewriteTo(request, `/${city}/${locale}/${surface}${path}`)
}

function rewriteTo(request: NextRequest, path: string) {
  const url = request.nextUrl.clone()
  url.pathname = path.replace(/\/$/, '')
  return NextResponse.rewrite(url)
}

export const config = { matcher: '/((?!_next/|api/).*)' }
