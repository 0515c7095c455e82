import { notFound } from 'next/navigation'

export default function NowhereOnTheConsole() {
  notFound()
}
