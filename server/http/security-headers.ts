import type { FastifyHelmetOptions } from '@fastify/helmet'

/** Nothing is loaded from anywhere else, and neither a script nor a style stands inline. */
const directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

export function securityHeaders(publicUrl: string): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    // Over http, which is what loopback is, a browser must not be sent to https.
    strictTransportSecurity: publicUrl.startsWith('https:'),
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  }
}

/** For the API's own documentation alone, whose pages write their styles inline; a style can neither run nor reach another host here. */
export const documentationPolicy = Object.entries({
  ...directives,
  'style-src': [...directives['style-src'], "'unsafe-inline'"],
})
  .map(([name, values]) => [name, ...values].join(' '))
  .join(';')
