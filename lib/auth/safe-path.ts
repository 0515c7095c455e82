/**
 * The path to go on to after signing in, if it can only lead to this host: one slash, then no second slash or backslash,
 * and none of the characters that browsers drop before they read an address.
 */
export function safePath(sent: unknown): string | null {
  if (typeof sent !== 'string' || sent.length > 2000) return null
  return /^\/(?![/\\])[^\u0000-\u0020\\\u007f-\u00a0\u2028\u2029]*$/.test(sent) && !/%0[ad]/i.test(sent)
    ? sent
    : null
}
