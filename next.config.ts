import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  /** `npm run check` says whether the types are right; a start need not wait for it. */
  typescript: { ignoreBuildErrors: true },
  compress: false,
  serverExternalPackages: [
    'postgres',
    'sharp',
    'nodemailer',
    'graphile-worker',
    'oidc-provider',
    'smtp-server',
    'culori',
  ],
  // Public pages are kept whole and must be right without JavaScript: what describes them stands in their head.
  htmlLimitedBots: /.*/,
  turbopack: { resolveAlias: { 'use-intl/format-message': './lib/i18n/format-message.ts' } },
  experimental: {
    authInterrupts: true,
    // The front takes the router's own words out of addresses; asked to repeat them, a form's answer would go round in circles.
    validateRSCRequestHeaders: false,
    serverActions: { bodySizeLimit: '12mb' },
    proxyClientMaxBodySize: '13mb',
  },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
