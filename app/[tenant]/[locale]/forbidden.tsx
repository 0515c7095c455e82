import { Forbidden } from '@/components/layout/forbidden'

export default function NotForThem() {
  return <Forbidden />
}
