import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'

export function DoorFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-[30rem] md:py-8">
      <h1 className="text-2xl md:text-3xl">{title}</h1>
      <p className="mt-3 mb-6 text-muted">{lead}</p>
      <Card>{children}</Card>
    </div>
  )
}
