import { type NextRequest, NextResponse } from 'next/server'

/**
 * `/idees` on a city's host → `/<city>/<language>/decider/idees`. The server around Next has found the city and says so
 * in headers it alone can set; this only rewrites, and decides nothing.
 */
export function proxy(request: NextRequest) {
  const city = request.headers.get('x-parvis-city')
  if (!city) return new NextResponse(null, { status: 421 })

  const url = request.nextUrl.clone()
  const [locale, surface, path] = ['locale', 'surface', 'path'].map(
    (name) => request.headers.get(`x-parvis-${name}`) ?? '',
  )
  url.pathname = `/${city}/${locale}/${surface}${path === '/' ? '' : path}`
  return NextResponse.rewrite(url)
}

export const config = { matcher: '/((?!_next/|api/).*)' }
