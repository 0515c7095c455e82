import type { Tenant } from '../../../tenants/tenant'
import type { WrittenComments } from '../../comments/imports/commands'
import type { Written } from '../../ideas/imports/commands'
import type { ImportFormat } from '../../ideas/imports/input'

export type Request = {
  tenant: Tenant
  format: ImportFormat
  file: string
  origin: string | null
  dryRun: boolean
  now: Date
}
export type Report = Written &
  WrittenComments & {
    commentsRefused: number
    origin: string
    read: number
    mended: number
    repaired: number
    beyondTheCity: number
    withoutTheme: number
    refused: { line: number; why: string }[]
  }
