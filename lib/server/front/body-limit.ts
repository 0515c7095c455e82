import type { IncomingMessage } from 'node:http'

const megabyte = 1024 * 1024

/** Forms that carry images; every other body is far smaller. */
const limitOf = (type: string) => (type.startsWith('multipart/form-data') ? 12 * megabyte : megabyte)

/** Why a body is not even read, or null. Its length must be said beforehand: every browser does. */
export function bodyRefusal({ headers }: IncomingMessage): { status: 411 | 413 } | null {
  if (headers['transfer-encoding'] !== undefined) return { status: 411 }
  const length = Number(headers['content-length'] ?? 0)
  return length <= limitOf(headers['content-type'] ?? '') ? null : { status: 413 }
}
