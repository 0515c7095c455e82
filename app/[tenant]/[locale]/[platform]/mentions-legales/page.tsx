import { LegalPage, legalMetadata, type LegalProps } from '../legal-page'

export const generateMetadata = () => legalMetadata('notice')

export default function LegalNotice(props: LegalProps) {
  return <LegalPage document="notice" {...props} />
}
