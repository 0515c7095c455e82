import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Forbidden } from '@/components/layout/forbidden'
import { NotThere } from '@/components/layout/not-there'
import { PageBroke } from '@/components/layout/page-broke'

const states = new Map<string, ReactNode>([
  ['introuvable', <NotThere key="introuvable" />],
  ['reserve', <Forbidden key="reserve" />],
  ['panne', <PageBroke key="panne" />],
])

export const metadata: Metadata = { robots: { index: false } }

/** What is said in place of a page that cannot be shown; the server around Next asks for it, and adds the status. */
export default async function State({ params }: PageProps<'/[tenant]/[locale]/[platform]/etat/[state]'>) {
  return states.get((await params).state) ?? notFound()
}
