import { LegalPage, legalMetadata, type LegalProps } from '../legal-page'

export const generateMetadata = () => legalMetadata('cookies')

export default function Cookies(props: LegalProps) {
  return <LegalPage document="cookies" {...props} />
}
