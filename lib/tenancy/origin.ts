/**
 * The public address of a host. Behind a proxy that speaks https, PUBLIC_SCHEME is https and PUBLIC_PORT is empty; by
 * itself the product answers on http and on its own port.
 */
export function publicOrigin(host: string): string {
  const scheme = process.env.PUBLIC_SCHEME ?? 'http'
  const port = process.env.PUBLIC_PORT ?? process.env.PORT ?? '3000'
  const usual = port === '' || (scheme === 'https' ? port === '443' : port === '80')
  return `${scheme}://${host}${usual ? '' : `:${port}`}`
}
