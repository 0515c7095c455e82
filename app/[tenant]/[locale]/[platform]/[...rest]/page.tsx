import { notFound } from 'next/navigation'

/** Whatever has no page of its own is not there, and says so in the city's name. */
export default function NoSuchPage() {
  notFound()
}
