import { NotThereInShort } from '@/components/layout/not-there'

export default function NotFound() {
  return <NotThereInShort />
}
