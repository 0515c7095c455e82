/** Over https no other host can plant a cookie of this name. */
const helperCookieName = () => `${process.env.PUBLIC_SCHEME === 'https' ? '__Host-' : ''}parvis.helper`

export function helperTokenIn(cookieHeader: string | null | undefined): string | null {
  const name = `${helperCookieName()}=`
  const cookie = cookieHeader?.split(';').find((one) => one.trimStart().startsWith(name))
  return cookie?.trimStart().slice(name.length).trimEnd() || null
}

/** For this host alone, as long as the city lets them look; without a token it is taken back. */
export function helperCookie(token: string | null, seconds: number): string {
  const secure = process.env.PUBLIC_SCHEME === 'https' ? '; Secure' : ''
  return `${helperCookieName()}=${token ?? ''}; Max-Age=${token ? seconds : 0}; Path=/; HttpOnly; SameSite=Lax${secure}`
}
